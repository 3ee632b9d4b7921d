import { Temporal } from "temporal-polyfill";

/** A moment of a time axis, and whether it is told as a time, a day or a month. */
export type Tick = { atMs: number; unit: "hour" | "day" | "month" };

const hourMs = 3_600_000;
const hourSteps = [1, 2, 3, 4, 6, 12];
const daySteps = [1, 2, 7, 14];
const monthSteps = [1, 3];

/** Moments of a range that people would mark, by the clock of a zone: no more than that, unless it has more seasons. */
export function ticksOf(range: { fromMs: number; toMs: number }, zone: string, most: number): Tick[] {
  const hours = (range.toMs - range.fromMs) / hourMs;
  const hourStep = hourSteps.find((step) => hours / step <= most);
  const dayStep = daySteps.find((step) => hours / 24 / step <= most);
  const monthStep = monthSteps.find((step) => hours / 730 / step <= most) ?? 6;
  const at = (ms: number) =>
    Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO(zone).toPlainDate();
  const ticks: Tick[] = [];
  const add = (day: Temporal.PlainDate, hour: number, unit: Tick["unit"]) => {
    const plainTime = Temporal.PlainTime.from({ hour });
    const atMs = day.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
    // An hour that the clock skips is the next one.
    if (atMs >= range.fromMs && atMs <= range.toMs && atMs !== ticks.at(-1)?.atMs) ticks.push({ atMs, unit });
  };

  const last = at(range.toMs);
  const months = dayStep === undefined && hourStep === undefined;
  let day = months ? at(range.fromMs).with({ day: 1 }) : at(range.fromMs);
  while (Temporal.PlainDate.compare(day, last) <= 0) {
    if (hourStep !== undefined)
      for (let hour = 0; hour < 24; hour += hourStep) add(day, hour, hour === 0 ? "day" : "hour");
    else add(day, 0, months ? "month" : "day");
    day = day.add(
      hourStep !== undefined ? { days: 1 } : months ? { months: monthStep } : { days: dayStep ?? 1 },
    );
  }
  return ticks;
}
