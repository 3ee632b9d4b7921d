import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import type { Account } from "./account";
import { type Binaries, bareEnv } from "./binaries";
import { pickPort } from "./port";
import { findPostmaster, isPostgres, type Postmaster } from "./postmaster";

type Run = {
  binaries: Binaries;
  account: Account | undefined;
  databaseDir: string;
  /** Preferred; another is taken if it is in use. */
  port: number | undefined;
  password: string;
  durable: boolean;
};

const attempts = 40;

/** Adopts the Postgres of this folder, or starts one. Resolves when it takes connections. */
export async function runPostgres(run: Run): Promise<Postmaster & { adopted: boolean }> {
  for (let attempt = 1; ; attempt++) {
    const found = findPostmaster(run.databaseDir);
    if (found && (await acceptsBeforeItEnds(found, run.password)))
      return { ...found, adopted: attempt === 1 };
    if (found) continue;

    const started = await launch(run);
    if (started && (await acceptsBeforeItEnds(started, run.password))) return { ...started, adopted: false };
    // The processes of one that was killed hold its memory for a moment, or another start was quicker than we.
    if (attempt === attempts)
      throw new Error(`The embedded Postgres does not start:\n${lastWords(run.databaseDir)}`);
    await pause(250);
  }
}

async function launch(run: Run): Promise<Postmaster | undefined> {
  const port = await pickPort(run.port);
  const log = openSync(logOf(run.databaseDir), "w", 0o600);
  const child = spawn(run.binaries.postgres, ["-D", run.databaseDir, ...flags(port, run.durable)], {
    ...run.account,
    cwd: run.databaseDir,
    env: bareEnv,
    // A process group of its own: Ctrl-C in the terminal ends gateway and console first.
    detached: true,
    stdio: ["ignore", log, log],
  });
  closeSync(log);
  child.unref();
  await new Promise((resolve, reject) => child.once("spawn", resolve).once("error", reject));
  return child.pid === undefined ? undefined : { pid: child.pid, port };
}

function flags(port: number, durable: boolean) {
  const settings = {
    port,
    listen_addresses: "127.0.0.1",
    unix_socket_directories: "",
    max_connections: 200,
    shared_buffers: durable ? "256MB" : "128MB",
    timezone: "UTC",
    log_timezone: "UTC",
    // Expected refusals, such as a unique constraint's, are no news.
    log_min_messages: "log",
    log_checkpoints: "off",
    ...(durable ? {} : { fsync: "off", full_page_writes: "off" }),
  };
  return Object.entries(settings).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

async function acceptsBeforeItEnds({ pid, port }: Postmaster, password: string) {
  while (isPostgres(pid)) {
    if (await accepts(port, password)) return true;
    await pause(25);
  }
  return false;
}

/** A refused password or a full house is an answer, too; "starting up" is none. */
async function accepts(port: number, password: string) {
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password,
    connectionTimeoutMillis: 5000,
  });
  client.on("error", () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return /^(28|53)/.test(code);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function logOf(databaseDir: string) {
  return `${databaseDir}.log`;
}

function lastWords(databaseDir: string) {
  return readFileSync(logOf(databaseDir), "utf8").split("\n").slice(-8).join("\n");
}
