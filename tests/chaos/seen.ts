import type { Reader } from "./reader";
import type { World } from "./world";

type Part = {
  username: string;
  team: string;
  open: boolean;
  sessionId: string | null;
  state: string | null;
  reason: string | null;
  stateSince: string | null;
  logoutAt: string | null;
};

/** One agent as a reader sees them, in a line that compares. */
export type Seen = string;

export const seenOf = ({
  username,
  team,
  open,
  sessionId,
  state,
  reason,
  stateSince,
  logoutAt,
}: Part): Seen =>
  [username, team, sessionId, ...(open ? [state, reason, stateSince] : ["out", logoutAt])].join(" | ");

/** What readers show that the database has not, and what they do not show of it: of a day that began `since`. */
export async function wrongIn(world: Pick<World, "query">, readers: readonly Reader[], since: Date) {
  const seats = await readSeats(world, since);
  return readers.flatMap((reader, index) => {
    const shown = new Set(reader.see());
    const theirs = seats.filter(({ team }) => !reader.team || reader.team === team);
    const right = new Set(theirs.map(({ seen }) => seen));
    return [
      ...[...shown].filter((seen) => !right.has(seen)).map((seen) => `${index} still shows ${seen}`),
      ...[...right].filter((seen) => !shown.has(seen)).map((seen) => `${index} does not show ${seen}`),
    ];
  });
}

/** Everybody who is signed in, or was today, as the database has them. */
async function readSeats(
  { query }: Pick<World, "query">,
  since: Date,
): Promise<{ team: string; seen: Seen }[]> {
  const iso = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
  const rows = await query<Part>(
    `
    SELECT u.username, t.name AS team, s.open, s.session_id AS "sessionId", s.state::text, s.reason,
      ${iso("s.state_since")} AS "stateSince", ${iso("s.logout_at")} AS "logoutAt"
    FROM seat s JOIN user_account u ON u.id = s.user_id JOIN team t ON t.id = u.team_id
    WHERE s.session_id IS NOT NULL AND (s.open OR s.logout_at >= $1)`,
    [since],
  );
  return rows.map((row) => ({ team: row.team, seen: seenOf(row) }));
}
