import type { AgentChange, AgentRow } from "./row";
import { isPresent } from "./state";

/** Everybody whom a board of one day shows, each in a place of their own. */
export type HeldAgents = {
  /** When the day began. */
  day: string;
  rows: readonly AgentRow[];
  places: ReadonlyMap<string, number>;
};

export function holdAgents(rows: readonly AgentRow[], day: string): HeldAgents {
  const today = new Date(day);
  return placed(
    day,
    rows.filter((row) => isPresent(row, today)),
  );
}

/**
 * The same with what was told since, new ones at the end; late and repeated changes of those who are there alter nothing.
 * Thousands of rows of which a few changed cost little.
 */
export function foldAgents(held: HeldAgents, changes: Iterable<AgentChange>): HeldAgents {
  const today = new Date(held.day);
  const rows: (AgentRow | undefined)[] = [...held.rows];
  const places = new Map<string, number>();
  let [news, moved] = [false, false];
  for (const change of changes) {
    const place = places.get(change.id) ?? held.places.get(change.id);
    const known = place === undefined ? undefined : rows[place];
    if (known && known.revision >= change.revision) continue;
    const row = !("gone" in change) && isPresent(change, today) ? change : undefined;
    if (!known && !row) continue;
    news = true;
    if (!known || !row) moved = true;
    places.set(change.id, place ?? rows.length);
    rows[place ?? rows.length] = row;
  }
  if (!news) return held;
  const now = moved ? rows.filter((row) => row !== undefined) : (rows as AgentRow[]);
  return moved ? placed(held.day, now) : { ...held, rows: now };
}

const placed = (day: string, rows: readonly AgentRow[]): HeldAgents => ({
  day,
  rows,
  places: new Map(rows.map(({ id }, place) => [id, place])),
});
