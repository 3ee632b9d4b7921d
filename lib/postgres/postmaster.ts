import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, rmSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";

export type Postmaster = { pid: number; port: number };

/** The Postgres that runs on this database folder. A file left behind by a dead one is removed. */
export function findPostmaster(databaseDir: string): Postmaster | undefined {
  const file = path.join(databaseDir, "postmaster.pid");
  if (!existsSync(file)) return undefined;
  const [pid, , , port] = readFileSync(file, "utf8").split("\n").map(Number);
  if (pid && port && isPostgres(pid)) return { pid, port };
  // Postgres itself would take any process of ours that got the same number for a Postgres, and refuse to start.
  rmSync(file, { force: true });
  return undefined;
}

export function isPostgres(pid: number) {
  if (!isAlive(pid)) return false;
  return process.platform === "win32" || /(^|[/\\])postgres(:|\s|\0|$)/.test(commandOf(pid));
}

/** Fast stop: clients are cut off, nothing is lost. */
export async function endPostmaster(pid: number) {
  for (const [signal, seconds] of [
    ["SIGINT", 30] as const,
    ["SIGQUIT", 10] as const,
    ["SIGKILL", 2] as const,
  ]) {
    if (!isPostgres(pid)) return;
    process.kill(pid, signal);
    for (let waited = 0; waited < seconds * 1000 && isPostgres(pid); waited += 20) await pause(20);
  }
}

function isAlive(pid: number) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** Empty for a zombie, which `kill` would take for alive. */
function commandOf(pid: number) {
  if (process.platform !== "linux") {
    return spawnSync("ps", ["-o", "command=", "-p", String(pid)], { encoding: "utf8" }).stdout;
  }
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8");
  } catch {
    return "";
  }
}
