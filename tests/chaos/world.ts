import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { hash } from "@node-rs/argon2";
import { Client } from "pg";
import { startCluster } from "@/lib/postgres/cluster";
import { migrate } from "@/lib/postgres/migrate";
import { userNames } from "@/lib/postgres/names";
import { isPostgres } from "@/lib/postgres/postmaster";
import { placeGateway } from "./gateway";
import type { Placed } from "./process";
import { until } from "./until";

export const password = "correct horse";

type Wanted = { people: number; settings: Record<string, number> };

/** A durable Postgres of its own, two gateways as processes of their own, and people who may sign in. */
export async function openWorld(name: string, { people, settings }: Wanted) {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-chaos-"));
  // Open to the account of Postgres, so that under root, too, nothing is left behind elsewhere.
  await chmod(folder, 0o711);
  const dataDir = path.join(folder, "data");
  let cluster = await startCluster(dataDir);
  const gateways: Placed[] = [];

  async function query<T extends object>(sql: string, values: unknown[] = []): Promise<T[]> {
    const client = new Client({ connectionString: cluster.url("owner") });
    client.on("error", () => {});
    try {
      await client.connect();
      return (await client.query<T>(sql, values)).rows;
    } finally {
      await client.end().catch(() => {});
    }
  }

  /** Runs SQL in a transaction and keeps its locks; returns how to let go. */
  async function hold(sql: string) {
    const client = new Client({ connectionString: cluster.url("owner") });
    client.on("error", () => {});
    await client.connect();
    await client.query(`BEGIN; ${sql}`);
    return () => client.end();
  }

  async function someoneWaits() {
    const rows = await query("SELECT FROM pg_locks WHERE NOT granted");
    return rows.length > 0;
  }

  async function signalPostgres(signal: "SIGKILL" | "SIGQUIT") {
    const { pid } = cluster;
    process.kill(pid, signal);
    await until("Postgres is gone", () => !isPostgres(pid));
  }

  async function close() {
    await Promise.all(gateways.map((gateway) => gateway.kill()));
    await cluster.destroy();
    await rm(folder, { recursive: true, force: true });
  }

  try {
    await migrate(cluster.url("owner"), userNames.app);
    const usernames = Array.from({ length: people }, (_, index) => `agent${index + 1}`);
    await query(makeSettings, [JSON.stringify(settings)]);
    await query(makePeople, [usernames, await hash(password, cheap)]);
    const env = serverEnv(cluster.url("app"), cluster.instance.authSecret);
    for (const letter of ["a", "b"]) gateways.push(await placeGateway(`${name}-${letter}`, env));
    await Promise.all(gateways.map((gateway) => gateway.start()));

    return {
      gateways: gateways as [Placed, Placed],
      usernames,
      /** The settings of whatever else is to serve beside them. */
      env,
      query,
      hold,
      someoneWaits,
      postgres: {
        kill: () => signalPostgres("SIGKILL"),
        /** Immediate: no client is told anything, and the next start recovers from the log. */
        stop: () => signalPostgres("SIGQUIT"),
        async start() {
          cluster = await startCluster(dataDir);
        },
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
export type World = Awaited<ReturnType<typeof openWorld>>;

// The ledger is on trial here, not the hashing.
const cheap = { memoryCost: 8, timeCost: 1, parallelism: 1 };

const makeSettings = "INSERT INTO setting (key, value) SELECT key, value FROM jsonb_each($1::jsonb)";

const makePeople = `
  WITH billing AS (INSERT INTO team (id, name) VALUES (gen_random_uuid(), 'Billing') RETURNING id)
  INSERT INTO user_account (id, username, name, password_hash, team_id, roles)
  SELECT gen_random_uuid(), username, username, $2, billing.id, '{agent}' FROM unnest($1::text[]) AS username, billing`;

function serverEnv(databaseUrl: string, authSecret: string): NodeJS.ProcessEnv {
  const { DATABASE_MIGRATE_URL, ...inherited } = process.env;
  return {
    ...inherited,
    NODE_ENV: "production",
    DATABASE_URL: databaseUrl,
    AUTH_SECRET: authSecret,
    CONSOLE_URL: "http://localhost:3000",
    GATEWAY_URL: "http://localhost:3001",
    // We stand in for the proxy that tells where apps are.
    TRUSTED_PROXIES: "loopback",
    LOG_LEVEL: "warn",
  };
}
