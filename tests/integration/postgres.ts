import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import type { TestProject } from "vitest/node";
import { type Cluster, startCluster } from "@/lib/postgres/cluster";
import { migrate } from "@/lib/postgres/migrate";
import { userNames } from "@/lib/postgres/names";

declare module "vitest" {
  interface ProvidedContext {
    /** Addresses of the test cluster, each with the database to be put at its end. */
    postgres: { superuser: string; owner: string; app: string };
  }
}

/** One Postgres for all tests, with a migrated database that each test file copies. */
export default async function setUp(project: TestProject) {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-test-"));
  const cluster = await startCluster(path.join(folder, "data"), { durable: false });
  try {
    await makeTemplate(cluster);
  } catch (error) {
    await cluster.destroy();
    throw error;
  }
  project.provide("postgres", {
    superuser: cluster.url("superuser", ""),
    owner: cluster.url("owner", ""),
    app: cluster.url("app", ""),
  });
  return async () => {
    await cluster.destroy();
    await rm(folder, { recursive: true, force: true });
  };
}

async function makeTemplate(cluster: Cluster) {
  const client = new Client({ connectionString: cluster.url("superuser", "postgres") });
  await client.connect();
  await client.query(`CREATE DATABASE migrated OWNER ${userNames.owner}`);
  await migrate(cluster.url("owner", "migrated"), userNames.app);
  await client.end();
}
