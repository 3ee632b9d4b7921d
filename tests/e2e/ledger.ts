import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";

/** Asks the embedded Postgres of a data directory, by default that of the instance that all tests share. */
export async function query(sql: string, values: unknown[], folder = process.env.DATA_DIR ?? "") {
  const { passwords } = JSON.parse(readFileSync(path.join(folder, "instance.json"), "utf8"));
  const postmaster = readFileSync(path.join(folder, "postgres", "postmaster.pid"), "utf8").split("\n");
  const client = new Client({
    host: "127.0.0.1",
    port: Number(postmaster[3]),
    user: "rollcall_app",
    password: passwords.app,
    database: "rollcall",
  });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

/** Writes a session of eight hours, yesterday, straight into the ledger, from midnight on: no journey waits for one. */
export const writeYesterdaysSession = (username: string, zone = "UTC") =>
  writePastSessions(username, 1, zone);

/** Writes a session of eight hours on each of the days up to yesterday; returns their ids, the oldest first. */
export async function writePastSessions(username: string, days: number, zone = "UTC"): Promise<string[]> {
  const rows = await query(
    `WITH written AS (
       INSERT INTO session (id, user_id, team_id, platform, version, token_hash, login_at, logout_at, cause, certainty,
                            ended_by_kind, ready_ms)
       SELECT gen_random_uuid(), id, team_id, 'mobile', '2.17.58', sha256((id::text || ago)::bytea), day,
              day + interval '8 h', 'signed_out', 'exact', 'rule', 8 * 3600 * 1000
       FROM user_account, generate_series($2::int, 1, -1) AS ago,
            LATERAL (SELECT (date_trunc('day', now() AT TIME ZONE $3) - ago * interval '1 day') AT TIME ZONE $3) AS days (day)
       WHERE username = $1 RETURNING id, user_id, login_at
     ), states AS (
       INSERT INTO session_states (session_id, user_id, started_at, state, reason, late)
       SELECT id, user_id, ARRAY[login_at], ARRAY['ready'], ARRAY[''], ARRAY[false] FROM written
     )
     SELECT id FROM written ORDER BY login_at`,
    [username, days, zone],
  );
  return rows.map((row) => String(row.id));
}

/**
 * Writes as many sessions of a minute each, or as long as is said, yesterday, every one on another operating system: Linux 1, Linux 2, …
 * Returns the range that is that day, which may be over by the time that a test asks.
 */
export async function writeSystems(username: string, count: number, { lastingMs = 60_000 } = {}) {
  const [first] = await query(
    `WITH written AS (
       INSERT INTO session (id, user_id, team_id, platform, version, os_name, os_version, token_hash, login_at, logout_at, cause,
                            certainty, ended_by_kind, ready_ms)
       SELECT gen_random_uuid(), id, team_id, 'desktop', '2.17.58', 'Linux', n, sha256((id::text || 'system' || n)::bytea), began,
              began + $3::int * interval '1 ms', 'signed_out', 'exact', 'rule', $3::int
       FROM user_account, generate_series(1, $2::int) AS n,
            LATERAL (SELECT (date_trunc('day', now() AT TIME ZONE 'UTC') - interval '1 day' + n * $3::int * interval '1 ms')
                              AT TIME ZONE 'UTC') AS starts (began)
       WHERE username = $1 RETURNING id, user_id, login_at
     ), states AS (
       INSERT INTO session_states (session_id, user_id, started_at, state, reason, late)
       SELECT id, user_id, ARRAY[login_at], ARRAY['ready'], ARRAY[''], ARRAY[false] FROM written
     )
     SELECT day::text AS from, (day + 1)::text AS to
     FROM (SELECT (min(login_at) AT TIME ZONE 'UTC')::date FROM written) AS days (day)`,
    [username, count, lastingMs],
  );
  return { from: String(first.from), to: String(first.to), zone: "UTC" };
}

/** Writes so many people into a team, straight into the database: no journey waits for one after the other. */
export async function writePeople(team: string, count: number) {
  await query(
    `INSERT INTO user_account (id, username, name, team_id, roles)
     SELECT gen_random_uuid(), team.id || '-' || n, 'Crowd ' || n, team.id, '{agent}'
     FROM team, generate_series(1, $2::int) AS n WHERE team.name = $1`,
    [team, count],
  );
}

/** What the audit log keeps of a subject, oldest first. */
export async function auditedChanges(subject: string): Promise<unknown[]> {
  const rows = await query(
    `SELECT changes FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id WHERE subject = $1 ORDER BY e.id`,
    [subject],
  );
  return rows.map(({ changes }) => changes);
}
