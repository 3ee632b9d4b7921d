"use client";

import { useLocale, useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { ReleaseStatus } from "@/prisma/generated/enums";

const tones: Record<ReleaseStatus, BadgeTone> = {
  draft: "neutral",
  scheduled: "accent",
  published: "ready",
  paused: "warn",
  withdrawn: "neutral",
};

type Props = { release: { status: ReleaseStatus; held: boolean; stagePercent: number } };

/** Where a release stands: one that holds waits for somebody, whatever its status. */
export function ReleaseStatusBadge({ release: { status, held, stagePercent } }: Props) {
  const t = useTranslations("release");
  const locale = useLocale();
  const staged = status === "published" && stagePercent < 100;
  return (
    <span className="flex items-center gap-1.5">
      <Badge tone={tones[status]}>{t(`status.${status}`)}</Badge>
      {held && <Badge tone="warn">{t("holds")}</Badge>}
      {staged && (
        <span className="num text-ink-2 text-xs">
          {t("staged", { percent: stagePercent.toLocaleString(locale) })}
        </span>
      )}
    </span>
  );
}
