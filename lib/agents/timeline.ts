import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { AgentState, Cause, Platform } from "@/prisma/generated/enums";
import { keyOf, sharesOf } from "./figures";
import type { AgentRow } from "./row";

const time = z.iso.datetime();
/** Null while it goes on. */
const stretch = { from: time, to: time.nullable() };

const Span = z.object({
  ...stretch,
  /** Null is unknown: the app was out of touch. */
  state: z.enum(AgentState).nullable(),
  reason: z.string().nullable(),
});
export type Span = z.infer<typeof Span>;

const Stay = z.object({
  ...stretch,
  id: z.uuid(),
  platform: z.enum(Platform),
  /** `Mobile v2.17.60 (2.62740)` */
  app: z.string(),
  os: z.string().nullable(),
  device: z.string().nullable(),
  cause: z.enum(Cause).nullable(),
  /** The logout is the last sign of life. */
  lastSeen: z.boolean(),
});
export type Stay = z.infer<typeof Stay>;

const Handled = z.object({
  ...stretch,
  id: z.string(),
  channel: z.enum(["voice", "chat", "email"]),
  direction: z.enum(["inbound", "outbound"]),
  service: z.string().nullable(),
  /** Rang, and was not taken. */
  missed: z.boolean(),
  heldMs: z.number().min(0),
  heldSince: time.nullable(),
});
export type Handled = z.infer<typeof Handled>;

/**
 * All that touches one day of an agent, oldest first and uncut, as of the server's `now`. The day is of the centre's
 * calendar, and lasts from `from` to `to`.
 */
export const AgentTimeline = z.object({
  id: z.uuid(),
  username: z.string(),
  name: z.string(),
  team: z.string(),
  day: z.iso.date(),
  today: z.iso.date(),
  from: time,
  to: time,
  timeZone: z.string(),
  now: time,
  spans: z.array(Span),
  stays: z.array(Stay),
  handled: z.array(Handled),
});
export type AgentTimeline = z.infer<typeof AgentTimeline>;

type Stretch = { from: string; to: string | null };
type Day = Pick<AgentTimeline, "from" | "to">;

/** What of a stretch lies in a day, up to a moment (epoch ms). */
export type Cut<S> = { of: S; fromMs: number; toMs: number; going: boolean };

/** Stretches cut to a day: what goes on ends at `nowMs`, and what lies outside is left out. */
export function cutToDay<S extends Stretch>(stretches: readonly S[], day: Day, nowMs: number): Cut<S>[] {
  const untilMs = Math.min(Date.parse(day.to), nowMs);
  const sinceMs = Date.parse(day.from);
  return stretches.flatMap((of) => {
    const endMs = of.to === null ? nowMs : Date.parse(of.to);
    const fromMs = Math.max(Date.parse(of.from), sinceMs);
    const toMs = Math.min(endMs, untilMs);
    const going = of.to === null && nowMs <= Date.parse(day.to);
    // A call that rang for no time at all is there, too.
    const moment = toMs === fromMs && (going || of.to === of.from);
    return toMs > fromMs || moment ? [{ of, fromMs, toMs, going }] : [];
  });
}

/** From when an app became unreachable, its time is unknown. */
export function unknownSince(spans: readonly Span[], since: string | null): Span[] {
  if (since === null) return [...spans];
  const known = spans
    .filter(({ from }) => from < since)
    .map((span) => (span.to === null || span.to > since ? { ...span, to: since } : span));
  return [...known, { from: since, to: null, state: null, reason: null }];
}

export type DayFigures = AgentRow["today"] & ReturnType<typeof sharesOf> & { unknownMs: number };

/** The figures of a day at a moment: those of the Agent Metrics View, for today. */
export function figuresOfDay(timeline: AgentTimeline, nowMs: number): DayFigures {
  const sums = { readyMs: 0, notReadyMs: 0, busyMs: 0, afterCallWorkMs: 0, unknownMs: 0 };
  for (const { of, fromMs, toMs } of cutToDay(timeline.spans, timeline, nowMs))
    sums[of.state ? keyOf[of.state] : "unknownMs"] += toMs - fromMs;

  // One that ends counts whole for the day of its end.
  const done = timeline.handled.filter(
    ({ to, missed }) => !missed && to !== null && to > timeline.from && to <= timeline.to,
  );
  const going = (direction: Handled["direction"]) => done.filter((one) => one.direction === direction).length;
  const day = {
    ...sums,
    handledIn: going("inbound"),
    handledOut: going("outbound"),
    interactionMs: done.reduce((sum, { from, to }) => sum + Date.parse(to ?? from) - Date.parse(from), 0),
  };
  return { ...day, ...sharesOf(day) };
}

/** How long an interaction was on hold, up to a moment. */
export const heldMsOf = ({ heldMs, heldSince }: Handled, nowMs: number) =>
  heldMs + (heldSince === null ? 0 : Math.max(0, nowMs - Date.parse(heldSince)));

/** Side by side what goes on at the same time: the lane of each, the first that is free. */
export function lanesOf(cuts: readonly { fromMs: number; toMs: number }[]): number[] {
  const freeFrom: number[] = [];
  return cuts.map(({ fromMs, toMs }) => {
    const free = freeFrom.findIndex((ms) => ms <= fromMs);
    const lane = free === -1 ? freeFrom.length : free;
    freeFrom[lane] = toMs;
    return lane;
  });
}

/** The full hours of a zone's clock within a day, and which hour each is: some are not there, some come twice. */
export function hoursOf({ from, to }: Day, timeZone: string): { atMs: number; hour: number }[] {
  const end = Temporal.Instant.from(to);
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone);
  let at = start.round({ smallestUnit: "hour", roundingMode: "ceil" });
  const hours = [];
  while (Temporal.Instant.compare(at.toInstant(), end) <= 0) {
    hours.push({ atMs: at.epochMilliseconds, hour: at.hour });
    at = at.add({ hours: 1 });
  }
  return hours;
}

/** From the full hour before the first stretch to that after the last; the whole day where there is none. */
export function hoursAround(
  cuts: readonly { fromMs: number; toMs: number }[],
  { from, to }: Day,
  hours: readonly { atMs: number }[],
) {
  const day = { fromMs: Date.parse(from), toMs: Date.parse(to) };
  if (cuts.length === 0) return day;
  const firstMs = Math.min(...cuts.map((cut) => cut.fromMs));
  const lastMs = Math.max(...cuts.map((cut) => cut.toMs));
  return {
    fromMs: hours.findLast(({ atMs }) => atMs <= firstMs)?.atMs ?? day.fromMs,
    toMs: hours.find(({ atMs }) => atMs >= lastMs && atMs > firstMs)?.atMs ?? day.toMs,
  };
}

/** The interactions that a span of time shares a moment with. */
export const handledDuring = (handled: readonly Cut<Handled>[], { fromMs, toMs }: Omit<Cut<Span>, "of">) =>
  handled.filter((one) => !one.of.missed && one.fromMs < toMs && one.toMs > fromMs).map(({ of }) => of);
