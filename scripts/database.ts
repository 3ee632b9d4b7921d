import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { type Cluster, startCluster } from "@/lib/postgres/cluster";
import { userNames } from "@/lib/postgres/names";
import { complain } from "./terminal";

type Database = {
  /** For gateway and console. */
  url: string;
  migrateUrl: string;
  /** The role that runs; undefined if the address names none. */
  appRole: string | undefined;
  /** Of the embedded database. */
  authSecret: string | undefined;
  close(): Promise<void>;
};

/** Deletes our own Postgres with all its data, and the data directory. */
export async function destroyDatabase(dataDir: string): Promise<void> {
  const cluster = await startCluster(dataDir);
  if (!(await claimOf(cluster))) throw new Error(alreadyRuns(dataDir));
  await cluster.destroy();
}

const alreadyRuns = (dataDir: string) =>
  `Rollcall already runs on this data directory (DATA_DIR): ${dataDir}`;

/** Somebody else's Postgres: they start and stop it. */
export function outsideDatabase(url: string, migrateUrl = url): Database {
  const appRole = decodeURIComponent(new URL(url).username) || undefined;
  return { url, migrateUrl, appRole, authSecret: undefined, close: () => Promise.resolve() };
}

/** Our own Postgres in the data directory. It is started again if it dies; `onLost` hears when that fails. */
export async function embeddedDatabase(dataDir: string, onLost: (reason: string) => void): Promise<Database> {
  let cluster = await startCluster(dataDir);
  let closing = false;
  let claim = await claimOf(cluster);
  if (!claim) throw new Error(alreadyRuns(dataDir));

  const url = cluster.url("app");
  watch(claim);
  return {
    url,
    migrateUrl: cluster.url("owner"),
    appRole: userNames.app,
    authSecret: cluster.instance.authSecret,
    async close() {
      closing = true;
      await claim?.end().catch(() => undefined);
      await cluster.stop();
    },
  };

  function watch(client: Client) {
    client.once("end", () => {
      if (!closing) revive().catch((error) => onLost(String(error)));
    });
  }

  async function revive() {
    complain("The embedded Postgres ended unexpectedly; starting it again.");
    cluster = await startCluster(dataDir);
    if (closing) return cluster.stop();
    if (cluster.url("app") !== url)
      return onLost("The embedded Postgres could not come back at its old address.");
    claim = await claimOf(cluster);
    if (!claim) return onLost("Another start took over the embedded Postgres.");
    watch(claim);
  }
}

/** One launcher for each embedded Postgres: a lock that ends with the launcher's connection, however it ends. */
async function claimOf(cluster: Cluster) {
  const client = new Client({
    connectionString: cluster.url("owner"),
    application_name: "rollcall launcher",
  });
  client.on("error", () => undefined);
  await client.connect();
  // A launcher that was killed a moment ago lets go within milliseconds.
  for (let attempt = 0; attempt < 10; attempt++) {
    const { rows } = await client.query("SELECT pg_try_advisory_lock(hashtext('rollcall launcher')) AS ours");
    if (rows[0].ours) return client;
    await pause(100);
  }
  await client.end();
  return undefined;
}
