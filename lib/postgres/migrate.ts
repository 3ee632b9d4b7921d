import { createHash, randomUUID } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { grantToApp } from "./grants";

export type Migration = { name: string; sql: string; checksum: string };
export type Outcome = {
  applied: string[];
  /** Applied before, and changed in the folder since. */
  edited: string[];
  /** Applied, and not in the folder: the database is of a newer Rollcall. */
  unknown: string[];
};

/** Any number, the same in every Rollcall. */
const lockKey = 7_655_225;
const oldestPostgres = 150_000;

/**
 * Brings the database up to date and gives `appRole` what it needs to run. Keeps Prisma's own books
 * (`_prisma_migrations`, the same checksums), so that its CLI goes on working. Each migration and its entry are one
 * transaction: Prisma's engine commits between the two, and over a driver adapter it cuts scripts at every semicolon.
 */
export async function migrate(
  databaseUrl: string,
  appRole?: string,
  folder = "prisma/migrations",
): Promise<Outcome> {
  const migrations = await readMigrations(folder);
  const client = new Client({ connectionString: databaseUrl, application_name: "rollcall migrate" });
  await client.connect();
  try {
    await requireVersion(client);
    await takeLock(client);
    await client.query(books);
    const outcome = await applyMissing(client, migrations);
    if (appRole) await grantToApp(client, appRole);
    return outcome;
  } finally {
    await client.end();
  }
}

export async function readMigrations(folder: string): Promise<Migration[]> {
  const entries = await readdir(folder, { withFileTypes: true }).catch(() => []);
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  return Promise.all(
    names.sort().map(async (name) => {
      const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
      return { name, sql, checksum: createHash("sha256").update(sql).digest("hex") };
    }),
  );
}

async function requireVersion(client: Client) {
  const { rows } = await client.query("SELECT current_setting('server_version_num')::int AS number");
  if (rows[0].number >= oldestPostgres) return;
  throw new Error(
    `Rollcall needs Postgres 15 or newer; this database is Postgres ${Math.floor(rows[0].number / 10_000)}.`,
  );
}

/** Asks again and again instead of waiting: a waiting statement would hold a snapshot. The connection's end frees it. */
async function takeLock(client: Client) {
  for (;;) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock($1) AS ours", [lockKey]);
    if (rows[0].ours) return;
    await pause(200);
  }
}

async function applyMissing(client: Client, migrations: Migration[]): Promise<Outcome> {
  const { rows } = await client.query<{ name: string; checksum: string; finished: boolean }>(
    `SELECT migration_name AS name, checksum, finished_at IS NOT NULL AS finished
       FROM _prisma_migrations WHERE rolled_back_at IS NULL`,
  );
  const broken = rows.find((row) => !row.finished);
  if (broken) {
    throw new Error(
      `Prisma's CLI began migration ${broken.name} and failed: settle it with "prisma migrate resolve".`,
    );
  }
  const done = new Map(rows.map((row) => [row.name, row.checksum]));
  const missing = migrations.filter(({ name }) => !done.has(name));
  for (const migration of missing) await apply(client, migration);

  const known = new Set(migrations.map(({ name }) => name));
  return {
    applied: missing.map(({ name }) => name),
    edited: migrations
      .filter(({ name, checksum }) => (done.get(name) ?? checksum) !== checksum)
      .map(({ name }) => name),
    unknown: [...done.keys()].filter((name) => !known.has(name)),
  };
}

async function apply(client: Client, { name, sql, checksum }: Migration) {
  try {
    await client.query("BEGIN");
    await client.query(sql);
    await client.query(
      `INSERT INTO _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query("COMMIT");
  } catch (error) {
    throw new Error(`Migration ${name} failed and was rolled back: ${reason(error, sql)}`, {
      cause: error,
    });
  }
}

function reason(error: unknown, sql: string) {
  if (!(error instanceof Error)) return String(error);
  const position = "position" in error ? Number(error.position) : 0;
  return position ? `${error.message} (line ${sql.slice(0, position).split("\n").length})` : error.message;
}

/** As Prisma makes it. */
const books = `CREATE TABLE IF NOT EXISTS _prisma_migrations (
  id VARCHAR(36) PRIMARY KEY NOT NULL,
  checksum VARCHAR(64) NOT NULL,
  finished_at TIMESTAMPTZ,
  migration_name VARCHAR(255) NOT NULL,
  logs TEXT,
  rolled_back_at TIMESTAMPTZ,
  started_at TIMESTAMPTZ NOT NULL DEFAULT now(),
  applied_steps_count INTEGER NOT NULL DEFAULT 0
)`;
