import { readFileSync } from "node:fs";
import path from "node:path";
import { Client } from "pg";

/** Writes a session of eight hours, yesterday, straight into the ledger: no journey waits for one. */
export async function writeYesterdaysSession(username: string) {
  const folder = process.env.DATA_DIR ?? "";
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
    await client.query(
      `INSERT INTO session (id, user_id, team_id, platform, version, token_hash, login_at, logout_at, cause, certainty,
                            ended_by_kind, ready_ms)
       SELECT gen_random_uuid(), id, team_id, 'mobile', '2.17.58', sha256(id::text::bytea), day, day + interval '8 h',
              'signed_out', 'exact', 'rule', 8 * 3600 * 1000
       FROM user_account, date_trunc('day', now() - interval '1 day') AS day WHERE username = $1`,
      [username],
    );
  } finally {
    await client.end();
  }
}
