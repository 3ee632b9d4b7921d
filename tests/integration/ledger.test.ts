import { beforeAll, describe, expect, test } from "vitest";
import { asOwner } from "./database";
import { person } from "./people";

// The rules of the ledger hold in the database itself, also against SQL by hand.

let userId: string;
let teamId: string;
let count = 0;

beforeAll(async () => {
  const user = await person();
  userId = user.id;
  teamId = user.teamId;
});

const columns =
  "id, user_id, team_id, platform, version, token_hash, login_at, logout_at, cause, certainty, ended_by_kind, ended_at, ready_ms";

/** Inserts a session from day to day of January 2026, ended unless `to` is null. */
function insert(from: number, to: number | null, over: Record<string, unknown> = {}) {
  count += 1;
  const day = (n: number) => new Date(Date.UTC(2026, 0, n));
  const row: Record<string, unknown> = {
    id: crypto.randomUUID(),
    user_id: userId,
    team_id: teamId,
    platform: "mobile",
    version: "1",
    token_hash: Buffer.from(`token ${count}`),
    login_at: day(from),
    logout_at: to === null ? null : day(to),
    cause: to === null ? null : "signed_out",
    certainty: to === null ? null : "exact",
    ended_by_kind: to === null ? null : "rule",
    ended_at: null,
    ready_ms: to === null ? 0 : (to - from) * 86_400_000,
    ...over,
  };
  const names = columns.split(", ");
  const marks = names.map((_, index) => `$${index + 1}`).join(", ");
  return asOwner(
    `INSERT INTO session (${columns}) VALUES (${marks}) RETURNING id`,
    names.map((name) => row[name]),
  );
}

describe("rule 1: one session at a time", () => {
  test("two sessions that overlap are impossible, two that touch are fine", async () => {
    await insert(1, 3);
    await expect(insert(2, 4)).rejects.toThrow("session_no_overlap");
    await insert(3, 4);
  });

  test("two open sessions are impossible", async () => {
    await insert(20, null);
    await expect(insert(21, null)).rejects.toThrow(/session_one_open_key|session_no_overlap/);
    await expect(insert(21, 22)).rejects.toThrow("session_no_overlap");
  });

  test("a session does not end before it began", async () => {
    await expect(insert(8, 7)).rejects.toThrow(/session_ends_after_login|range lower bound/);
  });
});

describe("rule 2: an ended session says how it ended", () => {
  test.each(["cause", "certainty", "ended_by_kind"])("not without %s", async (column) => {
    await expect(insert(10, 11, { [column]: null })).rejects.toThrow("session_end_is_whole");
  });

  test("only an end that was found out later keeps when", async () => {
    const later = new Date(Date.UTC(2026, 0, 12));
    await expect(insert(10, 11, { ended_at: later })).rejects.toThrow("session_late_end_keeps_when");
    await expect(insert(10, 11, { certainty: "last_seen" })).rejects.toThrow("session_late_end_keeps_when");
    await insert(10, 11, { certainty: "last_seen", ended_at: later });
  });

  test("a person who ended it is named", async () => {
    await expect(insert(12, 13, { ended_by_kind: "person" })).rejects.toThrow("session_person_has_id");
  });

  test("closed once, never reopened", async () => {
    const [row] = await insert(14, 15);
    const change = (set: string) => asOwner(`UPDATE session SET ${set} WHERE id = $1`, [row?.id]);
    await expect(change("logout_at = NULL, cause = NULL")).rejects.toThrow("never reopened");
    await expect(change("cause = 'maintenance'")).rejects.toThrow("never reopened");
  });
});

test("a session that was continued can go, and the one that continues it stays", async () => {
  const { id: user_id } = await person({ team: "Continued" });
  const [lost] = await insert(22, 23, { user_id });
  const [next] = await insert(24, 25, { user_id });
  // Made before it ended, as a resumed one is.
  await expect(
    asOwner("UPDATE session SET resumed_from_id = $1 WHERE id = $2", [lost?.id, next?.id]),
  ).rejects.toThrow("never reopened");
  await asOwner("ALTER TABLE session DISABLE TRIGGER session_guard");
  await asOwner("UPDATE session SET resumed_from_id = $1 WHERE id = $2", [lost?.id, next?.id]);
  await asOwner("ALTER TABLE session ENABLE TRIGGER session_guard");
  await asOwner("DELETE FROM session WHERE id = $1", [lost?.id]);
  expect(await asOwner("SELECT resumed_from_id FROM session WHERE id = $1", [next?.id])).toEqual([
    { resumed_from_id: null },
  ]);
});

test("rule 7: the parts make the whole, to the millisecond", async () => {
  await expect(insert(16, 17, { ready_ms: 86_400_001 })).rejects.toThrow("session_parts_make_whole");
});

describe("rule 8: a session keeps the team of its login", () => {
  test("also when the user moves", async () => {
    const [other] = await asOwner("INSERT INTO team (id, name) VALUES ($1, 'Other') RETURNING id", [
      crypto.randomUUID(),
    ]);
    const [row] = await insert(18, 19);
    await asOwner("UPDATE user_account SET team_id = $1 WHERE id = $2", [other?.id, userId]);
    const [kept] = await asOwner("SELECT team_id FROM session WHERE id = $1", [row?.id]);
    expect(kept?.team_id).toBe(teamId);
    await expect(
      asOwner("UPDATE session SET team_id = $1 WHERE id = $2", [other?.id, row?.id]),
    ).rejects.toThrow("never change");
  });

  test("a team that has sessions cannot be deleted", async () => {
    await expect(asOwner("DELETE FROM team WHERE id = $1", [teamId])).rejects.toThrow("session_team_id_fkey");
  });
});

describe("names", () => {
  test("usernames are one name whatever their case and form", async () => {
    await person({ username: "ünal" });
    await expect(person({ username: "U\u0308nal" })).rejects.toThrow("username-taken");
  });

  test("team names, too", async () => {
    await expect(
      asOwner("INSERT INTO team (id, name) VALUES ($1, 'BILLING')", [crypto.randomUUID()]),
    ).rejects.toThrow("team_name_key");
  });
});
