import { z } from "zod";
import type { FixedColumn } from "./catalogue";
import type { AsOf } from "./row";

// What stands above a report. Shapes and choice only: the browser reads this, too.

/** How a column is drawn that says something of the app, or of the end. Of anything else it is who was signed in when. */
const drawnAs = {
  app: "bars",
  appVersion: "bars",
  build: "bars",
  os: "bars",
  device: "bars",
  browser: "bars",
  cause: "days",
  logoutType: "days",
  certainty: "days",
} as const satisfies Partial<Record<FixedColumn, "bars" | "days">>;
type Drawn = keyof typeof drawnAs;

const isDrawn = (column: string): column is Drawn => Object.hasOwn(drawnAs, column);

export type ChartChoice = { kind: "presence" } | { kind: "bars" | "days"; column: Drawn };

/** The chart of a report: of the outermost column that its rows are grouped by and that has one. */
export function chartOf(group: readonly string[]): ChartChoice {
  const column = group.find(isDrawn);
  return column ? { kind: drawnAs[column], column } : { kind: "presence" };
}

const moment = z.iso.datetime();
const count = z.int().min(0);
const asOf = { asOf: moment, from: moment, to: moment, replicaAgeMs: z.number().nullable() };
const column = z.custom<Drawn>((given) => typeof given === "string" && isDrawn(given));

/** How many were signed in from one moment to the next: one figure, or from the fewest to the most of a stretch. */
const LowHigh = z.tuple([count, count]);

/** Agents signed in, by platform. Each point holds until the next one, the last one until `untilMs`; `stretchMs` is how long those are that are put together. */
export const Presence = z.object({
  kind: z.literal("presence"),
  ...asOf,
  untilMs: z.number(),
  stretchMs: z.number().nullable(),
  points: z.array(z.object({ atMs: z.number(), desktop: LowHigh, mobile: LowHigh })),
});
export type Presence = z.output<typeof Presence>;

/** What a row of the report is, and what is counted therefore: a session, or a day of one. */
const days = z.enum(["join", "split"]);

/** `ms`: Login Time. */
const amounts = { rows: count, ms: z.number() };

/** Sessions and hours by what a column is: the most first, and how many others come to what. `value` is as an address filters by it. */
export const Bars = z.object({
  kind: z.literal("bars"),
  column,
  days,
  ...asOf,
  bars: z.array(z.object({ value: z.string(), label: z.string().nullable(), ...amounts })),
  others: z.object({ values: count, ...amounts }).nullable(),
});
export type Bars = z.output<typeof Bars>;

/** How sessions ended by day, week or month: counts by the values of a column; `""` is of those that have not. */
export const Endings = z.object({
  kind: z.literal("days"),
  column,
  days,
  ...asOf,
  every: z.enum(["day", "week", "month"]),
  values: z.array(z.string()),
  bars: z.array(z.object({ day: z.iso.date(), counts: z.record(z.string(), count) })),
});
export type Endings = z.output<typeof Endings>;

export const ReportChart = z.discriminatedUnion("kind", [Presence, Bars, Endings]);
export type ReportChart = z.output<typeof ReportChart>;

/** Of which moment and range a chart is, as it is sent. */
export const chartMoment = ({ asOf, from, to, replicaAgeMs }: AsOf) => ({
  asOf: asOf.toISOString(),
  from: from.toISOString(),
  to: to.toISOString(),
  replicaAgeMs,
});
