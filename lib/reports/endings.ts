import { Temporal } from "temporal-polyfill";
import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { chartMoment, type Endings } from "./chart";
import { everyGroup } from "./every-group";
import { type Calendar, dayAt, type Range } from "./range";
import type { ReportGroup } from "./row";
import type { ReportQuery } from "./schema";
import { everyOf, firstOf, stretchesBetween } from "./stretches";

type Asked = { query: ReportQuery; column: Endings["column"]; asOf?: Date | undefined };

/** How sessions ended, by day. */
export async function reportEndings(actor: Actor, { query, column, asOf }: Asked) {
  const read = await everyGroup(actor, query, ["date", column], asOf);
  if (!read.ok) return read;
  const { groups, moment } = read.value;
  const endings: Endings = {
    kind: "days",
    column,
    days: query.days,
    ...chartMoment(moment),
    ...byStretch(groups.map(toCount), { ...moment, calendar: query }),
  };
  return ok(endings);
}

type Count = { day: string; value: string; rows: number };

const toCount = ({ path: [date, value], rows }: ReportGroup): Count => ({
  day: String(date?.label),
  value: value?.key ?? "",
  rows,
});

/**
 * Counts of days put together as finely as can be pointed at: for all of the range that has come yet, and for what lies outside and
 * has any.
 */
export function byStretch(
  counts: readonly Count[],
  { from, to, asOf, calendar }: Range & { asOf: Date; calendar: Calendar },
): Pick<Endings, "every" | "values" | "bars"> {
  const first = dayAt(from, calendar);
  const last = dayAt(new Date(Math.min(to.getTime(), asOf.getTime()) - 1), calendar);
  const every = everyOf(first.until(last, { largestUnit: "days" }).days + 1);
  const bars = new Map<string, Record<string, number>>(
    stretchesBetween(first, last, every, calendar.weekStart).map((day) => [day, {}]),
  );
  for (const { day, value, rows } of counts) {
    const begins = firstOf(Temporal.PlainDate.from(day), every, calendar.weekStart).toString();
    const bar = bars.get(begins) ?? {};
    bar[value] = (bar[value] ?? 0) + rows;
    bars.set(begins, bar);
  }
  return {
    every,
    values: [...new Set(counts.map(({ value }) => value))],
    bars: [...bars].map(([day, of]) => ({ day, counts: of })).toSorted((a, b) => (a.day < b.day ? -1 : 1)),
  };
}
