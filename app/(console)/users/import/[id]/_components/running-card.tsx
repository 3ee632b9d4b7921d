"use client";

import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { ProgressBar } from "@/components/ui/progress-bar";
import type { ImportProgress } from "@/lib/imports/schema";
import { cancelImport } from "../../actions";

export type Act = (command: (which: { id: string }) => ReturnType<typeof cancelImport>) => void;

type Props = { progress: ImportProgress; pending: boolean; onAct: Act };

/** How many of how many, how quickly, how long yet; and that nobody has to wait here. */
export function RunningCard({ progress, pending, onAct }: Props) {
  const t = useTranslations("import.running");
  const locale = useLocale();
  const undoing = progress.state === "undoing";
  const { undo } = progress;
  const all = undoing ? progress.created + progress.updated : progress.lines;
  const done = undoing ? all - undo.left : progress.handled;
  const tookMs = progress.startedAt ? Date.parse(progress.now) - Date.parse(progress.startedAt) : 0;
  const perSecond = !undoing && tookMs > 1000 ? done / (tookMs / 1000) : 0;
  const leftSeconds = perSecond > 0 ? Math.ceil((all - done) / perSecond) : null;

  return (
    <Card aria-label={t(undoing ? "undoing" : "title")}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h2 className="font-semibold">{t(undoing ? "undoing" : "title")}</h2>
        <p className="num text-ink-2">
          {perSecond > 0 && t("rate", { rate: Math.round(perSecond).toLocaleString(locale) })}
          {leftSeconds !== null && `, ${t("left", { seconds: leftSeconds })}`}
        </p>
      </div>
      <div className="mt-3">
        <ProgressBar
          label={t(undoing ? "undone" : "done", {
            done: done.toLocaleString(locale),
            all: all.toLocaleString(locale),
          })}
          share={done / Math.max(1, all)}
        />
      </div>
      <p className="mt-2 text-ink-2">{t("goes-on")}</p>
      {!undoing && (
        <Button className="mt-4" pending={pending} onClick={() => onAct(cancelImport)}>
          {t("cancel")}
        </Button>
      )}
    </Card>
  );
}
