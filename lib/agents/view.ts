import { beginsWords } from "@/lib/search/match";
import { type Limits, limitFor } from "@/lib/teams/limits";
import { figuresAt } from "./figures";
import type { AgentRow } from "./row";
import type { AgentList } from "./schema";
import { type Shown, shownState } from "./state";

/** The limits of each team that has some, by its id. */
export type TeamLimits = Readonly<Record<string, Limits>>;

/** The limit in ms of the state that somebody is in; null without one. */
export type LimitOf = (row: AgentRow) => number | null;

const minuteMs = 60_000;
const dayMs = 24 * 60 * minuteMs;

/** Thousands of rows have few kinds of states: what is the limit of each is found out once. */
export function readLimits(limits: TeamLimits): LimitOf {
  const known = new Map<string, number | null>();
  return ({ open, teamId, state, reason }) => {
    const ofTeam = limits[teamId];
    if (!ofTeam || !open || !state) return null;
    const key = `${teamId} ${state} ${reason}`;
    const minutes = known.get(key) ?? limitFor(ofTeam, state, reason);
    known.set(key, minutes);
    return minutes === null ? null : minutes * minuteMs;
  };
}

/** True if somebody has been in their state for longer than the limit of it. */
export function isBeyond(row: AgentRow, limitOf: LimitOf, nowMs: number): boolean {
  const limitMs = limitOf(row);
  return limitMs !== null && (figuresAt(row, nowMs).inStateMs ?? 0) > limitMs;
}

const isUnreachable = (row: AgentRow) => row.unreachableSince !== null && !row.asleep;

type Fits = (row: AgentRow, nowMs: number) => boolean;

/** True for the rows that a list shows. */
export function shownIn(list: AgentList, limitOf: LimitOf): Fits {
  const { search, team, state, platform, over, beyond, unreachable, updating, signedOut } = list;
  const among = <T>(values: readonly T[], of: (row: AgentRow) => T | null): Fits | false =>
    values.length > 0 &&
    ((row) => {
      const value = of(row);
      return value !== null && values.includes(value);
    });
  const withSignedOut = signedOut !== undefined || state.includes("signed_out");
  // What is not asked for is not looked at: there are thousands of rows, ten times a second.
  const asked: (Fits | false)[] = [
    !withSignedOut && (({ open }) => open),
    among(team, ({ teamId }) => teamId),
    among(state, shownState),
    among(platform, (row) => row.platform),
    over !== undefined && ((row, nowMs) => (figuresAt(row, nowMs).inStateMs ?? 0) > over * minuteMs),
    !!beyond && ((row, nowMs) => isBeyond(row, limitOf, nowMs)),
    !!unreachable && isUnreachable,
    !!updating && (({ updatesAt }) => updatesAt !== null),
    search !== "" && found(search),
  ];
  const tests = asked.filter((test) => test !== false);
  return (row, nowMs) => {
    for (const fits of tests) if (!fits(row, nowMs)) return false;
    return true;
  };
}

/** A row is read once, however often it is asked for: the words of thousands take a while. */
function found(search: string): Fits {
  const known = new WeakMap<AgentRow, boolean>();
  return (row) => {
    const fits = known.get(row) ?? beginsWords(`${row.name} ${row.username} ${row.team}`, search);
    known.set(row, fits);
    return fits;
  };
}

export type Summary = {
  signedIn: number;
  states: Record<Exclude<Shown, "signed_out">, number>;
  mobile: number;
  unreachable: number;
  signedOut: number;
  beyond: number;
  /** Whoever has been in Not Ready for longest. */
  longest: AgentRow | null;
  updates: UpdatesAhead;
};

/**
 * Who is signed out for a mandatory update, and when: within a day, after that, and those whose time has come but not the end
 * of their work.
 */
export type UpdatesAhead = {
  ahead: number;
  first: string | null;
  last: string | null;
  later: number;
  waiting: number;
};

/** The figures above the grid, of all rows that it could show. */
export function summaryOf(rows: Iterable<AgentRow>, limitOf: LimitOf, nowMs: number): Summary {
  const sum: Summary = {
    signedIn: 0,
    states: { ready: 0, busy: 0, after_call_work: 0, not_ready: 0 },
    mobile: 0,
    unreachable: 0,
    signedOut: 0,
    beyond: 0,
    longest: null,
    updates: { ahead: 0, first: null, last: null, later: 0, waiting: 0 },
  };
  for (const row of rows) {
    if (!row.open || !row.state) {
      sum.signedOut += 1;
      continue;
    }
    sum.signedIn += 1;
    sum.states[row.state] += 1;
    if (row.platform === "mobile") sum.mobile += 1;
    if (isUnreachable(row)) sum.unreachable += 1;
    if (isBeyond(row, limitOf, nowMs)) sum.beyond += 1;
    if (row.state === "not_ready" && isEarlier(row.stateSince, sum.longest?.stateSince)) sum.longest = row;
    if (row.updatesAt) addUpdate(sum.updates, row.updatesAt, nowMs);
  }
  return sum;
}

const isEarlier = (at: string | null, than: string | null | undefined) =>
  at !== null && (than == null || at < than);

function addUpdate(updates: UpdatesAhead, at: string, nowMs: number) {
  if (Date.parse(at) <= nowMs) {
    updates.waiting += 1;
    return;
  }
  if (Date.parse(at) > nowMs + dayMs) {
    updates.later += 1;
    return;
  }
  updates.ahead += 1;
  if (isEarlier(at, updates.first)) updates.first = at;
  if (updates.last === null || at > updates.last) updates.last = at;
}
