"use client";

import { useTranslations } from "use-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { type LogRow, statusAt } from "@/lib/logs/row";
import { Moment } from "../../_components/moment";

const tones: Record<LogRow["status"], BadgeTone> = {
  requested: "neutral",
  delivered: "neutral",
  accepted: "accent",
  collecting: "accent",
  uploading: "accent",
  complete: "ready",
  partial: "warn",
  declined: "warn",
  expired: "neutral",
  cancelled: "neutral",
};

export function LogStatusBadge({ status }: Pick<LogRow, "status">) {
  const t = useTranslations("logs.status");
  return <Badge tone={tones[status]}>{t(status)}</Badge>;
}

/** How far a request is, and since when. */
export function LogStatusNow({ row, now }: { row: LogRow; now: string }) {
  return (
    <span className="flex items-center gap-1.5">
      <LogStatusBadge status={row.status} />
      <span className="text-ink-2">
        <Moment at={statusAt(row)} now={now} />
      </span>
    </span>
  );
}
