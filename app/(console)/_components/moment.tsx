"use client";

import { useLocale, useTimeZone } from "use-intl";
import { formatExact, formatMoment, formatMomentBeside } from "@/components/ui/moment";
import { Tooltip } from "@/components/ui/tooltip";

/** A moment in the reader's zone: short, and whole on hover. */
export function Moment({ at, now, seconds = false }: { at: string; now: string; seconds?: boolean }) {
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  return (
    <Tooltip content={<Exact at={at} />}>
      <time dateTime={at} className="num">
        {formatMoment(at, { ...reader, now }, seconds)}
      </time>
    </Tooltip>
  );
}

/** Worded once somebody looks: rows that only pass by need it not. */
function Exact({ at }: { at: string }) {
  return formatExact(at, { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" });
}

/** "until 14:10": within a sentence, the time alone where it is still the same day. */
export function MomentBeside({ at, now }: { at: string; now: string }) {
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  return (
    <Tooltip content={<Exact at={at} />}>
      <time dateTime={at} className="num">
        {formatMomentBeside(at, now, { ...reader, now })}
      </time>
    </Tooltip>
  );
}
