"use client";

import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useRef } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { Button, type ButtonProps } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { formatMoment, formatTime } from "@/components/ui/moment";
import { firstDay } from "@/lib/agents/schema";
import type { AgentTimeline } from "@/lib/agents/timeline";
import { dayAfter, dayBefore } from "@/lib/sessions/days";

type Props = {
  timeline: AgentTimeline;
  /** The day that was asked for: the timeline may still be of another. */
  day: string;
  /** Null shows today. */
  onShow: (day: string | null) => void;
};

/** Which day is shown, and the way to others: to none that is yet to come. */
export function TimelineDay({ timeline, day, onShow }: Props) {
  const t = useTranslations("timeline");
  const field = useRef<HTMLInputElement>(null);
  const { today } = timeline;
  const show = (next: string) => onShow(next >= today ? null : next);

  useEffect(() => {
    // Not while it says so already: somebody may be typing in it.
    if (field.current && field.current.value !== day) field.current.value = day;
  }, [day]);

  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
      <Step aria-label={t("previous")} size="icon" off={day <= firstDay} onClick={() => show(dayBefore(day))}>
        <ChevronLeft aria-hidden className="size-4" />
      </Step>
      <div className="w-36">
        <Input
          ref={field}
          type="date"
          aria-label={t("day")}
          defaultValue={day}
          min={firstDay}
          max={today}
          onChange={(event) => {
            const { value, validity } = event.currentTarget;
            if (value !== "" && value !== day && validity.valid) show(value);
          }}
        />
      </div>
      <Step aria-label={t("next")} size="icon" off={day >= today} onClick={() => show(dayAfter(day))}>
        <ChevronRight aria-hidden className="size-4" />
      </Step>
      <Step aria-keyshortcuts="T" off={day >= today} onClick={() => onShow(null)}>
        {t("today")}
      </Step>
      <Extent timeline={timeline} />
    </div>
  );
}

/** Keeps the focus where it leads no further: a disabled button would lose it. */
function Step({ off, onClick, ...rest }: ButtonProps & { off: boolean }) {
  return (
    <Button
      {...rest}
      aria-disabled={off}
      onClick={off ? undefined : onClick}
      className="aria-disabled:opacity-50"
    />
  );
}

/** The zone of the times, and from when to when the day is where that is not the reader's own day. */
function Extent({ timeline }: Pick<Props, "timeline">) {
  const t = useTranslations("timeline");
  const timeZone = useTimeZone() ?? "UTC";
  const reader = { locale: useLocale(), timeZone, now: timeline.now };
  const { from, to } = timeline;
  const hours = (Date.parse(to) - Date.parse(from)) / 3_600_000;
  // A calendar day has no zone: as midnight in UTC it is written as what it is.
  const written = new Intl.DateTimeFormat(reader.locale, {
    weekday: "long",
    day: "numeric",
    month: "long",
    timeZone: "UTC",
  }).format(Date.parse(timeline.day));
  const ownDay = formatTime(from, { locale: "en-GB", timeZone }) === "00:00";
  return (
    <div className="ml-auto text-right">
      <p className="font-medium">{written}</p>
      <p className="num text-ink-2 text-xs">
        {[
          !ownDay && t("day-runs", { from: formatMoment(from, reader), to: formatMoment(to, reader) }),
          hours !== 24 && t("day-hours", { hours }),
          t("zone", { zone: timeZone }),
        ]
          .filter(Boolean)
          .join(" ")}
      </p>
    </div>
  );
}
