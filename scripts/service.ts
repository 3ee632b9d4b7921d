import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { complain } from "./terminal";

export type Service = {
  name: string;
  /** Of Node. */
  args: string[];
  env: NodeJS.ProcessEnv;
  /** How long it may take to end. */
  graceMs?: number;
};

const steadyMs = 60_000;
const longestPauseMs = 30_000;

/** Keeps a process running. `onDeath` hears of every unexpected end, with the count of those in a row. */
export function supervise(service: Service, onDeath: (inARow: number) => void = () => undefined) {
  let deaths = 0;
  let stopping = false;
  let timer: NodeJS.Timeout | undefined;
  let child = begin();

  function begin(): ChildProcess {
    const startedAt = performance.now();
    const process = launch(service);
    process.once("exit", (code, signal) => {
      endGroup(process);
      if (stopping) return;
      deaths = performance.now() - startedAt > steadyMs ? 1 : deaths + 1;
      const pauseMs = Math.min(longestPauseMs, 250 * 2 ** deaths);
      complain(
        `The ${service.name} ended (${signal ?? `exit code ${code}`}); next start in ${pauseMs / 1000} s.`,
      );
      timer = setTimeout(() => {
        child = begin();
      }, pauseMs);
      onDeath(deaths);
    });
    return process;
  }

  return {
    async stop() {
      const { graceMs = 10_000 } = service;
      stopping = true;
      clearTimeout(timer);
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      const force = setTimeout(() => endGroup(child), graceMs);
      await ended;
      clearTimeout(force);
    },
    /** Ends it at once; `stop` resolves then. */
    kill: () => endGroup(child),
  };
}

export type Running = ReturnType<typeof supervise>;

function launch({ args, env }: Service) {
  const tether = pathToFileURL(path.resolve("scripts/tether.mjs"));
  return spawn(process.execPath, args, {
    env: { ...env, NODE_OPTIONS: `${env.NODE_OPTIONS ?? ""} --import=${tether}`.trim() },
    // The channel says nothing: its end is how a child learns that the launcher is gone.
    stdio: ["ignore", "inherit", "inherit", "ipc"],
    // Its own process group: Ctrl-C reaches the launcher alone, and no grandchild is left behind.
    detached: true,
  });
}

function endGroup(child: ChildProcess) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === "win32" ? child.pid : -child.pid, "SIGKILL");
  } catch {
    // Nothing of it is left.
  }
}
