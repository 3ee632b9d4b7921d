import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { afterAll, inject } from "vitest";
import { userNames } from "@/lib/postgres/names";

// Runs before each test file: a fresh copy of the migrated database, seen as the role that runs sees it.

const postgres = inject("postgres");
const name = `test_${randomBytes(6).toString("hex")}`;

await administer(`CREATE DATABASE ${name} TEMPLATE migrated OWNER ${userNames.owner}`);
Object.assign(process.env, {
  DATABASE_URL: `${postgres.app}${name}`,
  AUTH_SECRET: randomBytes(32).toString("base64url"),
  CONSOLE_URL: "http://localhost:3000",
  GATEWAY_URL: "http://localhost:3001",
  LOG_LEVEL: "silent",
});

afterAll(() => administer(`DROP DATABASE ${name} WITH (FORCE)`));

/** The file's database as its owner, for what the running role may not do and for constraints. */
export const ownerUrl = `${postgres.owner}${name}`;

/** Another empty database of the cluster, gone with the cluster. */
export async function emptyDatabase() {
  const other = `test_${randomBytes(6).toString("hex")}`;
  await administer(`CREATE DATABASE ${other} OWNER ${userNames.owner}`);
  return { owner: `${postgres.owner}${other}`, app: `${postgres.app}${other}` };
}

/** Runs SQL as the owner of the file's database and returns the rows. */
export async function asOwner(sql: string, values: unknown[] = []) {
  return query(ownerUrl, sql, values);
}

/** Several of them, one after the other, by one connection and as a whole. */
export async function allAsOwner(
  statements: readonly (readonly [sql: string, values?: readonly unknown[]])[],
) {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await client.query("begin");
    for (const [sql, values = []] of statements) await client.query(sql, [...values]);
    await client.query("commit");
  } finally {
    await client.end();
  }
}

export async function query(url: string, sql: string, values: unknown[] = []) {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

function administer(sql: string) {
  return query(`${postgres.superuser}postgres`, sql);
}
