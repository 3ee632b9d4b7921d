import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { hash } from "@node-rs/argon2";
import { Client } from "pg";
import { type Cluster, startCluster } from "@/lib/postgres/cluster";
import { migrate } from "@/lib/postgres/migrate";
import { userNames } from "@/lib/postgres/names";
import { pickPort } from "@/lib/postgres/port";
import { buildConsole, next } from "@/scripts/build";
import { gatewayNode } from "@/scripts/gateway-args";
import { untilHealthy } from "@/scripts/ready";

const collector = new URL("collect.ts", import.meta.url).href;

export const password = "correct horse battery staple";

/**
 * A Postgres of its own, durable as in production, and whatever is started beside it; all of it ends with `stop`. What it holds is gone
 * then, too, unless it is kept in a folder for the next run.
 */
export async function openWorld(kept?: string) {
  const folder = kept ?? (await mkdtemp(path.join(tmpdir(), "rollcall-bench-")));
  await mkdir(folder, { recursive: true });
  await chmod(folder, 0o711);
  const cluster = await startCluster(path.join(folder, "data"));
  await migrate(cluster.url("owner"), userNames.app);
  const children = new Set<ChildProcess>();
  const db = new Client({ connectionString: cluster.url("owner") });
  await db.connect();

  /** Runs one of our programs as a process of its own, with the settings of a gateway. */
  function start(program: string, settings: Record<string, string> = {}, node = ["--import", "tsx"]) {
    const env = { ...process.env, ...settingsOf(cluster), ...settings };
    const child = fork(program, [], { execArgv: [...node, "--import", collector], env });
    children.add(child);
    child.once("exit", () => children.delete(child));
    return child;
  }

  return {
    db,
    start,
    settings: settingsOf(cluster),
    async startGateway(port?: number) {
      const at = port ?? (await pickPort());
      const child = start("gateway/main.ts", { GATEWAY_PORT: String(at) }, gatewayNode);
      await untilHealthy(`http://127.0.0.1:${at}/healthz`, new AbortController().signal);
      return {
        port: at,
        url: `http://127.0.0.1:${at}`,
        pid: child.pid ?? 0,
        end: (signal: NodeJS.Signals) => end(child, signal),
      };
    },
    /** The console as `npm start` runs it, built before if need be. */
    async startConsole() {
      await buildConsole();
      const at = await pickPort();
      const url = `http://localhost:${at}`;
      const env = { ...process.env, ...settingsOf(cluster), CONSOLE_URL: url };
      const child = spawn(process.execPath, [next, "start", "--port", String(at)], { env, stdio: "inherit" });
      children.add(child);
      child.once("exit", () => children.delete(child));
      await untilHealthy(`${url}/api/health`, new AbortController().signal);
      return { url, pid: child.pid ?? 0 };
    },
    async stop() {
      for (const child of children) await end(child, "SIGKILL");
      await db.end();
      if (kept !== undefined) return cluster.stop();
      await cluster.destroy();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
export type World = Awaited<ReturnType<typeof openWorld>>;

const settingsOf = (cluster: Cluster) => ({
  DATABASE_URL: cluster.url("app"),
  AUTH_SECRET: "a secret of the bench, long enough for every process",
  CONSOLE_URL: "http://localhost:3000",
  GATEWAY_URL: "http://localhost:3001",
  LOG_LEVEL: "error",
  NODE_ENV: "production" as const,
});

async function end(child: ChildProcess, signal: NodeJS.Signals) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, "exit");
  child.kill(signal);
  await gone;
}

/** Agents `agent1`, `agent2`… of one team, all with the one password. */
export async function makeAgents({ db }: World, count: number) {
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await db.query("insert into team (id, name) values (gen_random_uuid(), 'Bench') on conflict do nothing");
  await db.query(
    `insert into user_account (id, username, name, team_id, roles, password_hash)
     select gen_random_uuid(), 'agent' || n, 'Agent ' || n, team.id, '{agent}', $2 from team, generate_series(1, $1) n`,
    [count, passwordHash],
  );
  await db.query("analyze");
}

/** Signs all of them in on phones, without the cost of hashing; returns their tokens, in the order of their ids. */
export async function signInAll({ db }: World): Promise<string[]> {
  const { rows } = await db.query(`
    with opened as (
      insert into session (id, user_id, team_id, platform, version, os_name, token_hash, login_at)
      select gen_random_uuid(), u.id, u.team_id, 'mobile', '2.17.60', 'iOS', sha256(convert_to('token.' || u.id, 'UTF8')),
        ledger_now()
      from user_account u join seat s on s.user_id = u.id and not s.open
      returning id, user_id, login_at
    ), begun as (
      insert into state_interval (session_id, started_at, state) select id, login_at, 'not_ready' from opened
    ), signs as (
      insert into sign_of_life (user_id, session_id, last_seen_at, floor_at, heartbeat_seconds)
      select user_id, id, login_at, login_at, 30 from opened
    ), seats as (
      update seat s set session_id = o.id, open = true, platform = 'mobile', version = '2.17.60', os_name = 'iOS',
        login_at = o.login_at, state = 'not_ready', state_since = o.login_at, frame_at = o.login_at
      from opened o where s.user_id = o.user_id
    )
    select 'token.' || user_id as token from opened order by user_id`);
  await db.query("vacuum analyze");
  return rows.map(({ token }) => token);
}

/** An administrator of the name `admin`, with the one password. */
export async function makeAdministrator({ db }: World) {
  const passwordHash = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  await db.query(
    `insert into user_account (id, username, name, team_id, roles, password_hash)
     select gen_random_uuid(), 'admin', 'Admin', id, '{administrator}', $1 from team limit 1`,
    [passwordHash],
  );
}

/** Processor time that a process has used so far, in seconds (Linux). */
export function processorSeconds(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, "utf8")
    .replace(/^.*\) /, "")
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Resident memory of one of our processes after it has collected its garbage, in bytes. */
export async function residentBytes(pid: number): Promise<number> {
  for (let time = 0; time < 3; time++) {
    process.kill(pid, "SIGUSR2");
    await pause(2000);
  }
  return Number(/VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]) * 1024;
}
