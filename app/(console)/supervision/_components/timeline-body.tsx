"use client";

import { CalendarX } from "lucide-react";
import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import { EmptyState } from "@/components/ui/empty-state";
import { useServerNow } from "@/components/ui/server-clock";
import {
  type AgentTimeline,
  type Cut,
  cutToDay,
  figuresOfDay,
  type Handled,
  type Span,
  type Stay,
} from "@/lib/agents/timeline";
import { TimelineBand } from "./timeline-band";
import { TimelineFigures, TimelineTotals } from "./timeline-figures";
import { SpanLists, StayList } from "./timeline-lists";

/** A day as of a moment: all of it cut to what lies in the day. */
export type CutDay = {
  timeline: AgentTimeline;
  spans: readonly Cut<Span>[];
  stays: readonly Cut<Stay>[];
  handled: readonly Cut<Handled>[];
  nowMs: number;
};

type Props = { timeline: AgentTimeline; linked: boolean };

/** One day of an agent: figures, bars, sessions and lists. Today's last bar grows. */
export function TimelineBody({ timeline, linked }: Props) {
  const isToday = timeline.day === timeline.today;
  const nowMs = useServerNow(Date.parse(timeline.now), isToday);
  const cut = useMemo(
    (): CutDay => ({
      timeline,
      spans: cutToDay(timeline.spans, timeline, nowMs),
      stays: cutToDay(timeline.stays, timeline, nowMs),
      handled: cutToDay(timeline.handled, timeline, nowMs),
      nowMs,
    }),
    [timeline, nowMs],
  );
  const figures = figuresOfDay(timeline, nowMs);

  if (cut.stays.length === 0) return <NobodyThere timeline={timeline} />;
  return (
    <div className="flex flex-col gap-4">
      <TimelineFigures figures={figures} />
      <TimelineBand {...cut} />
      <TimelineTotals figures={figures} />
      <StayList {...cut} linked={linked} />
      <SpanLists {...cut} />
    </div>
  );
}

function NobodyThere({ timeline }: Pick<Props, "timeline">) {
  const t = useTranslations("timeline");
  const { name, day, today } = timeline;
  // A calendar day has no zone: as midnight in UTC it is written as what it is.
  const written = new Intl.DateTimeFormat(useLocale(), { dateStyle: "full", timeZone: "UTC" });
  return (
    <EmptyState
      icon={<CalendarX />}
      title={
        day === today
          ? t("nobody-today", { name })
          : t("nobody-on", { name, day: written.format(Date.parse(day)) })
      }
    >
      {day === today ? t("nobody-text-today") : t("nobody-text-on")}
    </EmptyState>
  );
}
