import { Temporal } from "temporal-polyfill";
import { type Calendar, dayAt, parseMoment, startOf } from "@/lib/reports/range";
import { longestYears } from "@/lib/reports/schema";

// How people write the ends of a range: a first and a last day, each with a time of the zone's clock or none.

type Days = Omit<Calendar, "weekStart">;
type End = { day: string; time: string };
export type Ends = { first: End; last: End };

const nextDay = (day: string) => Temporal.PlainDate.from(day).add({ days: 1 });

/** The ends of a range as their fields have them: without a time where a day begins, or the last one is over. */
export function endsOf(range: { from: string; to: string }, calendar: Days): Ends {
  const from = new Date(range.from);
  const to = new Date(range.to);
  const first = dayAt(from, calendar);
  // The last moment that is still of it.
  const last = dayAt(new Date(to.getTime() - 1), calendar);
  return {
    first: startOf(first, calendar).getTime() === from.getTime() ? wholeDay(first) : onClock(from, calendar),
    last:
      startOf(last.add({ days: 1 }), calendar).getTime() === to.getTime()
        ? wholeDay(last)
        : onClock(to, calendar),
  };
}

const wholeDay = (day: Temporal.PlainDate): End => ({ day: day.toString(), time: "" });

function onClock(at: Date, { zone }: Days): End {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return {
    day: shown.toPlainDate().toString(),
    time: shown.toPlainTime().toString({ smallestUnit: "minute" }),
  };
}

/** `first` and `last`: there is no such day. */
export type WrongRange = "first" | "last" | "reversed" | "long";

/** The range of such ends as an address has it, or what is wrong with them. An end of `before` that is left as it was stays so to the millisecond. */
export function readEnds(
  { first, last }: Ends,
  before: { from: string; to: string } | null,
  calendar: Days,
): { from: string; to: string } | WrongRange {
  if (!first.day) return "first";
  if (!last.day) return "last";
  const was = before && { ...before, ...endsOf(before, calendar) };
  const same = (one: End, other: End | undefined) => one.day === other?.day && one.time === other.time;
  const on = ({ day, time }: End) => `${day}T${time}`;
  const from = !first.time ? first.day : was && same(first, was.first) ? was.from : on(first);
  const to = !last.time ? nextDay(last.day).toString() : was && same(last, was.last) ? was.to : on(last);

  const [begins, ends] = [from, to].map((written) => parseMoment(written, calendar));
  if (!begins) return "first";
  if (!ends) return "last";
  if (begins >= ends) return "reversed";
  const latest = Temporal.Instant.fromEpochMilliseconds(begins.getTime())
    .toZonedDateTimeISO(calendar.zone)
    .add({ years: longestYears });
  return ends.getTime() > latest.epochMilliseconds ? "long" : { from, to };
}
