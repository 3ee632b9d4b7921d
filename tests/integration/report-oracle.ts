import { Temporal } from "temporal-polyfill";
import { type History, isOpen, limitMs } from "./report-histories";

// What the report must say, worked out without any of its code: time is taken apart at every moment at which anything can
// change, and each bit of it is counted for the row that it belongs to.

export type Asked = {
  from: number;
  to: number;
  asOf: number;
  zone: string;
  dayTurn: string;
  edges: "clip" | "whole";
  days: "split" | "join";
  /** When the gateways came back last: nobody's silence counts from before. */
  resumedAt: number;
};

export type Expected = {
  of: History;
  date: string;
  open: boolean;
  lengthMs: number;
  ms: Record<string, number>;
  reasonMs: Record<string, number>;
  calls: { inbound: number; outbound: number };
};

/** Users by number, as they are called by now. */
export type People = {
  id: string;
  name: string;
  username: string;
  personnelNumber: string | null;
  teamNow: string;
}[];

type Days = { date: string; begins: number }[];

/** The days of a zone around some moments, found by asking the calendar for each. */
function daysAround(first: number, last: number, { zone, dayTurn }: Asked): Days {
  const plainTime = Temporal.PlainTime.from(dayTurn);
  const days: Days = [];
  let date = Temporal.Instant.fromEpochMilliseconds(first)
    .toZonedDateTimeISO(zone)
    .toPlainDate()
    .subtract({ days: 3 });
  for (;;) {
    const begins = date.toZonedDateTime({ timeZone: zone, plainTime }).epochMilliseconds;
    days.push({ date: date.toString(), begins });
    if (begins > last) return days;
    date = date.add({ days: 1 });
  }
}

const dateOf = (at: number, days: Days) => days.filter(({ begins }) => begins <= at).at(-1)?.date ?? "";

const isOpenAsOf = ({ logout, endedAt }: History, asOf: number) =>
  logout === null || (endedAt ?? logout) > asOf;

function stateAt(at: number, history: History, { asOf, resumedAt }: Asked) {
  const unknown = { state: "unknown", reason: "" };
  // What somebody found out later: until then nobody knew.
  if (history.logout !== null && at >= history.logout) return unknown;
  const silentFor = asOf - Math.max(history.lastSeen, resumedAt);
  if (isOpen(history) && silentFor > limitMs(history) && at >= history.lastSeen) return unknown;
  return history.states.filter(({ since }) => since <= at).at(-1) ?? unknown;
}

function rowsOfOne(history: History, asked: Asked, days: Days): Expected[] {
  const { from, to, asOf } = asked;
  const open = isOpenAsOf(history, asOf);
  const end = open ? asOf : (history.logout ?? asOf);
  const touches = history.login < to && (end > from || history.login >= from);
  if (history.login > asOf || !touches) return [];

  const [begins, ends] =
    asked.edges === "whole" ? [history.login, end] : [Math.max(history.login, from), Math.min(end, to)];
  const rows = new Map<string, Expected>();
  const rowOf = (at: number) => {
    const date = dateOf(asked.days === "split" ? at : history.login, days);
    const row = rows.get(date) ?? {
      of: history,
      date,
      open,
      lengthMs: 0,
      ms: { ready: 0, not_ready: 0, busy: 0, after_call_work: 0, unknown: 0 },
      reasonMs: {},
      calls: { inbound: 0, outbound: 0 },
    };
    rows.set(date, row);
    return row;
  };

  const moments = [
    begins,
    ends,
    ...days.map((day) => day.begins),
    ...history.states.map(({ since }) => since),
    history.lastSeen,
    history.logout ?? begins,
  ].filter((at) => at >= begins && at <= ends);
  const cuts = [...new Set(moments)].toSorted((a, b) => a - b);
  for (const [index, cut] of cuts.entries()) {
    const next = cuts[index + 1];
    if (next === undefined) break;
    const { state, reason } = stateAt(cut, history, asked);
    const row = rowOf(cut);
    row.lengthMs += next - cut;
    row.ms[state] = (row.ms[state] ?? 0) + next - cut;
    if (state === "not_ready") row.reasonMs[reason] = (row.reasonMs[reason] ?? 0) + next - cut;
  }
  if (begins === ends) rowOf(begins);

  for (const { at, direction } of history.calls) {
    // A call of the last moment is of what came before it.
    const last = at === end && ends === end;
    if (at > asOf || at < begins || (at >= ends && !last)) continue;
    rowOf(last && end > begins ? at - 1 : at).calls[direction] += 1;
  }
  return [...rows.values()];
}

/** The rows by login, session and day. */
export function expectedRows(histories: readonly History[], asked: Asked): Expected[] {
  const all = histories.flatMap(({ login, logout }) => [login, logout ?? login]);
  const days = daysAround(Math.min(asked.from, ...all), Math.max(asked.to, asked.asOf, ...all), asked);
  return histories
    .flatMap((history) => rowsOfOne(history, asked, days))
    .toSorted((a, b) => a.of.login - b.of.login || compare(a.of.id, b.of.id) || compare(a.date, b.date));
}

export const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

const typeOf: Record<string, string> = {
  signed_out: "normal",
  taken_over: "normal",
  connection_lost: "timeout",
  inactivity: "timeout",
  daily_schedule: "system",
  forced_by_supervisor: "supervisor",
};

/** The kinds of the reasons that are listed. */
const kinds: Record<string, string> = {
  Break: "break",
  Lunch: "break",
  Training: "working",
  Meeting: "working",
};

const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
const of = (ms: Record<string, number>, key: string) => ms[key] ?? 0;

/** The columns of single reasons, each with the name that its reason has. */
export type ReasonColumns = Readonly<Record<string, string>>;

/** What rows come to: the columns that sum up, of one row or of many. */
export function figuresOf(rows: readonly Expected[], reasonColumns: ReasonColumns) {
  const sum = (figure: (row: Expected) => number) => rows.reduce((total, row) => total + figure(row), 0);
  const time = (state: string) => sum(({ ms }) => of(ms, state));
  const reasons = (wanted: (reason: string) => boolean) =>
    sum(({ reasonMs }) =>
      Object.entries(reasonMs).reduce((total, [reason, ms]) => total + (wanted(reason) ? ms : 0), 0),
    );
  const [ready, notReady, busy, after] = [
    time("ready"),
    time("not_ready"),
    time("busy"),
    time("after_call_work"),
  ];
  const length = sum(({ lengthMs }) => lengthMs);
  return {
    loginTime: length,
    workingTime: ready + busy + after,
    readyTime: ready,
    notReadyTime: notReady,
    busyTime: busy,
    afterCallWorkTime: after,
    unknownTime: time("unknown"),
    notReadyPercent: share(notReady, length),
    busyPercent: share(busy, length),
    occupancy: share(busy + after, ready + busy + after),
    breakReasonsTime: reasons((reason) => kinds[reason] === "break"),
    workingReasonsTime: reasons((reason) => kinds[reason] === "working"),
    otherReasonsTime: reasons((reason) => kinds[reason] === undefined),
    ...Object.fromEntries(
      Object.entries(reasonColumns).map(([column, name]) => [column, reasons((reason) => reason === name)]),
    ),
    interactionsIn: sum(({ calls }) => calls.inbound),
    interactionsOut: sum(({ calls }) => calls.outbound),
  };
}

/** What a row says of its session. */
export function factsOf({ of: history, open }: Expected) {
  const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());
  return {
    login: iso(history.login),
    logout: open ? null : iso(history.logout),
    logoutType: open || history.cause === null ? null : (typeOf[history.cause] ?? null),
    cause: open ? null : history.cause,
    endedAt: open ? null : iso(history.endedAt),
    certainty: open ? null : history.endedAt === null ? "exact" : "last_seen",
    platform: history.platform,
    app: history.platform === "mobile" ? "Mobile" : "Agent Desktop",
    appVersion: history.version,
    build: history.build,
    os: history.os,
    device: history.device,
    browser: history.browser,
    ip: history.ip,
    sessionId: history.id,
    reportedLate: history.late,
    lastSeen: iso(history.lastSeen),
  };
}
