"use client";

import { ChevronRight } from "lucide-react";
import { useTranslations } from "use-intl";
import type { OpenedLog } from "@/lib/logs/row";
import { Moment } from "../../../_components/moment";

/** The states that a request has been through, each with its time. */
export function Course({ log, now }: { log: OpenedLog; now: string }) {
  const t = useTranslations("logs");
  const steps = [
    ["requested", log.requestedAt],
    ["delivered", log.deliveredAt],
    ["accepted", log.acceptedAt],
    ["collecting", log.collectingAt],
    ["uploading", log.uploadingAt],
    [log.status, log.endedAt],
  ] as const;
  const reached = steps.flatMap(([status, at]) => (at === null ? [] : { status, at }));
  return (
    <ol aria-label={t("view.course")} className="flex flex-wrap items-center gap-x-1.5 gap-y-0.5">
      {reached.map(({ status, at }, place) => (
        <li key={status} className="flex items-center gap-1.5 whitespace-nowrap">
          <span className="font-medium">{t(`status.${status}`)}</span>
          <span className="text-ink-2">
            <Moment at={at} now={now} seconds />
          </span>
          {place < reached.length - 1 && <ChevronRight aria-hidden className="size-3 text-ink-3" />}
        </li>
      ))}
    </ol>
  );
}
