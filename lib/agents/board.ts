import type { Actor } from "@/lib/auth/actor";
import type { Cursor } from "@/lib/live/cursor";
import { feedCursor } from "@/lib/live/queries";
import type { FeedReader } from "@/lib/live/reader";
import { log } from "@/lib/log";
import { dayNow } from "./day";
import { agentRows, presentSince, type StampedRow, teamsOfUsers } from "./queries";
import type { AgentRow, GoneRow } from "./row";
import { isPresent } from "./state";

/** One agent as the board holds them. */
export type Held = {
  row: AgentRow;
  /** The row as it is sent: written once, however many read it. */
  json: string;
  stamped: bigint;
  /** Teams left since the board began, and by which transaction. */
  left: readonly { teamId: string; stamped: bigint }[];
};

export type BoardNews =
  | { kind: "changes"; cursor: Cursor; changes: readonly Held[] }
  /** The figures count from another moment: read the board again. */
  | { kind: "day" }
  /** The feed began anew: nothing that was told before counts. */
  | { kind: "reset" };
type Listener = (news: BoardNews) => void;

export type Scope = Actor["scope"];

const atOnce = 500;
const checkMs = 1000;

/**
 * Everybody's row, held in memory once for all readers of this process and kept up to date from the feed. A database that is
 * away delays news, and loses none.
 */
export function openBoard(feed: FeedReader) {
  const listeners = new Set<Listener>();
  const held = new Map<string, Held>();
  /** Whose row is to be read anew. */
  const owed = new Set<string>();
  let teams = new Map<string, string>();
  let cursor: Cursor | undefined;
  let start: Cursor | undefined;
  /** Where the board stood when the day turned last. */
  let turned: Cursor | undefined;
  let day = new Date(0);
  let stale: "day" | "reset" | undefined = "reset";
  let working = false;
  let closed = false;
  let retry: NodeJS.Timeout | undefined;
  let opened = () => {};
  const ready = new Promise<void>((resolve) => {
    opened = resolve;
  });
  let latest: Cursor | undefined;

  const unsubscribe = feed.subscribe(({ cursor: next, stamps, reset }) => {
    for (const { userId } of stamps) owed.add(userId);
    latest = next;
    if (reset) stale = "reset";
    void work();
  });
  const check = setInterval(async () => {
    const now = await dayNow().catch(() => day);
    if (stale === undefined && now.getTime() !== day.getTime()) stale = "day";
    if (stale) void work();
  }, checkMs);
  void feed.ready.then(work);

  /** One after the other, each with all that is owed by then: a slow database makes fewer and larger batches. */
  async function work() {
    if (working || closed) return;
    working = true;
    clearTimeout(retry);
    try {
      while (!closed && (stale || owed.size > 0)) await (stale ? readAll(stale) : readOwed());
    } catch (error) {
      log.warn({ error: String(error) }, "agents cannot be read; trying again");
      retry = setTimeout(work, checkMs);
    }
    working = false;
  }

  async function readAll(why: "day" | "reset") {
    if (why === "reset") {
      owed.clear();
      held.clear();
      // Before the start, so that whoever moves from then on is known to have left a team.
      teams = await teamsOfUsers();
      start = cursor = latest = await feedCursor();
    } else turned = cursor;
    const today = await dayNow();
    for (const row of await inParts(await presentSince(today), today)) hold(row);
    stale = undefined;
    day = today;
    opened();
    tell({ kind: why });
  }

  async function readOwed() {
    const ids = [...owed].slice(0, atOnce);
    for (const id of ids) owed.delete(id);
    // Up to where everything is told by then, if these are all.
    const upTo = owed.size === 0 ? latest : cursor;
    try {
      const changes = (await agentRows(ids, day)).map(hold);
      cursor = upTo;
      if (cursor && changes.length > 0) tell({ kind: "changes", cursor, changes });
    } catch (error) {
      for (const id of ids) owed.add(id);
      throw error;
    }
  }

  async function inParts(ids: readonly string[], since: Date) {
    const rows: StampedRow[] = [];
    for (let from = 0; from < ids.length; from += atOnce)
      rows.push(...(await agentRows(ids.slice(from, from + atOnce), since)));
    return rows;
  }

  function hold({ row, stamped }: StampedRow): Held {
    const teamId = teams.get(row.id);
    teams.set(row.id, row.teamId);
    const left = held.get(row.id)?.left ?? [];
    const moved = teamId !== undefined && teamId !== row.teamId;
    const next: Held = {
      row,
      json: JSON.stringify(row),
      stamped,
      left: moved ? [...left, { teamId, stamped }] : left,
    };
    held.set(row.id, next);
    return next;
  }

  function tell(news: BoardNews) {
    for (const listener of listeners) listener(news);
  }

  return {
    /** Resolves when the board is whole for the first time. */
    ready,
    /** When the day began whose figures the rows have. */
    day: () => day,
    subscribe(listener: Listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    /** Up to where the board has told everything. */
    cursor: () => cursor,
    /** What changed at or after a cursor; undefined where the board does not reach back so far. */
    since({ epoch, horizon }: Cursor): readonly Held[] | undefined {
      const from = BigInt(horizon);
      if (!start || start.epoch !== epoch || from < BigInt(start.horizon)) return undefined;
      return [...held.values()].filter(({ stamped }) => stamped >= from);
    },
    /** Whether a reader who was told everything before a cursor may hold rows of the day before. */
    turnedSince: ({ horizon }: Cursor) => turned !== undefined && BigInt(horizon) <= BigInt(turned.horizon),
    /** Whoever is signed in, or was today. */
    present(scope: Scope): readonly Held[] {
      const visible = within(scope);
      return [...held.values()].filter(({ row }) => visible(row.teamId) && isPresent(row, day));
    },
    close() {
      closed = true;
      clearInterval(check);
      clearTimeout(retry);
      unsubscribe();
    },
  };
}
export type Board = ReturnType<typeof openBoard>;

/**
 * What a change is for a reader who was told everything before `since`: the row, that it is gone, or nothing. Whoever was
 * not in their scope since then does not exist for them.
 */
export function seenBy(scope: Scope, since?: Cursor): (change: Held) => "row" | "gone" | undefined {
  const visible = within(scope);
  return ({ row, left, stamped }) => {
    if (visible(row.teamId)) return "row";
    const from = since ? BigInt(since.horizon) : stamped;
    return left.some((move) => move.stamped >= from && visible(move.teamId)) ? "gone" : undefined;
  };
}

/** The same as the text that a browser is sent. */
export function toldTo(scope: Scope, since?: Cursor): (change: Held) => string | undefined {
  const seen = seenBy(scope, since);
  return (change) => {
    const { row, json } = change;
    const as = seen(change);
    const gone: GoneRow = { id: row.id, revision: row.revision, gone: true };
    return as === "gone" ? JSON.stringify(gone) : as && json;
  };
}

function within(scope: Scope) {
  if (scope === "all") return () => true;
  const teams = new Set(scope);
  return (teamId: string) => teams.has(teamId);
}

export const sameScope = (a: Scope, b: Scope) =>
  a === "all" || b === "all" ? a === b : a.length === b.length && a.every((teamId) => b.includes(teamId));
