"use client";

import { RotateCw } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { formatDuration } from "@/components/ui/duration";
import { countFormat } from "@/components/ui/formats";
import { formatExact, formatTime } from "@/components/ui/moment";
import { Tooltip } from "@/components/ui/tooltip";
import type { Held } from "./asked";
import type { Reading } from "./formats";
import type { Totals } from "./read-report";
import type { useTotals } from "./use-totals";

type AsOfProps = {
  held: Held | null;
  totals: Totals | null;
  stale: boolean;
  sums: Omit<ReturnType<typeof useTotals>, "totals">;
  reading: Reading;
  onRefresh: () => void;
};

/** How many rows there are, and of which moment the report is. */
export function AsOf({ held, totals, stale, sums, reading, onRefresh }: AsOfProps) {
  const t = useTranslations("reports.as-of");
  const problem = useTranslations("problem");
  if (!held) return null;
  const count = (value: number) => countFormat(reading.locale).format(value);
  return (
    <p
      role="status"
      className="num ml-auto flex flex-wrap items-center justify-end gap-x-1.5 text-ink-2 text-xs"
    >
      {stale && <span>{t("working")}</span>}
      {!stale && totals && (
        <span>
          {[
            t("rows", { count: totals.rows }),
            ...(totals.open > 0 ? [t("open", { count: count(totals.open) })] : []),
            ...(totals.lastSeen > 0 ? [t("lost", { count: count(totals.lastSeen) })] : []),
            ...(totals.late > 0 ? [t("late", { count: count(totals.late) })] : []),
          ].join(", ")}
        </span>
      )}
      {!stale && !totals && !sums.refused && <span>{t("counting")}</span>}
      {sums.refused && (
        <Button variant="ghost" size="sm" onClick={sums.again}>
          {t("no-totals", { why: problem(sums.refused.code) })}
        </Button>
      )}
      <Tooltip content={formatExact(held.asOf, reading)}>
        <time dateTime={held.asOf}>{t("moment", { time: formatTime(held.asOf, reading, true) })}</time>
      </Tooltip>
      {held.replicaAgeMs !== null && held.replicaAgeMs > 1000 && (
        <span>{t("replica", { age: formatDuration(held.replicaAgeMs) })}</span>
      )}
      <Button variant="ghost" size="iconSm" aria-label={t("refresh")} onClick={onRefresh}>
        <RotateCw aria-hidden className="size-3.5" />
      </Button>
    </p>
  );
}
