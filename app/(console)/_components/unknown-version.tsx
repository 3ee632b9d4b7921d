"use client";

import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { Tooltip } from "@/components/ui/tooltip";

/** Beside a version that no parser knows: shown as it was sent, and never taken for up to date. */
export function UnknownVersion({ short = false }: { short?: boolean }) {
  const t = useTranslations("unknown-version");
  return (
    <Tooltip content={t("hint")}>
      <span>
        <Badge tone="warn">{t(short ? "short" : "mark")}</Badge>
      </span>
    </Tooltip>
  );
}

/** An app in a table's cell: a long version is cut off, the mark never is. */
export function AppName({ app, known }: { app: string; known: boolean }) {
  if (known) return app;
  return (
    <span className="flex min-w-0 items-center gap-1.5">
      <span className="truncate">{app}</span>
      <UnknownVersion short />
    </span>
  );
}
