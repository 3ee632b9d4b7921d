import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, openSync } from "node:fs";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { pickPort } from "@/lib/postgres/port";
import { until } from "./until";

type Program = {
  /** The path that answers when all is well. */
  health: string;
  args: (port: number) => string[];
  env: (url: string, port: number) => NodeJS.ProcessEnv;
};

/** A server as a process of its own, at an address that it keeps. What it logs is kept in test-results/. */
export async function placeProcess(name: string, { health, args, env }: Program) {
  const port = await pickPort();
  const url = `http://127.0.0.1:${port}`;
  mkdirSync("test-results", { recursive: true });
  const log = openSync(`test-results/chaos-${name}.log`, "w");
  const tether = pathToFileURL(path.resolve("scripts/tether.mjs"));
  let child: ChildProcess | undefined;
  let killing = false;
  let crashes = 0;

  return {
    url,
    serves: () => serves(`${url}${health}`),
    /** How often it ended though nobody killed it. */
    crashes: () => crashes,
    /** Resolves when it serves. */
    async start() {
      killing = false;
      child = spawn(process.execPath, args(port), {
        env: { ...env(url, port), NODE_OPTIONS: `--import=${tether}` },
        // The channel says nothing: its end is how a process learns that the tests are gone.
        stdio: ["ignore", log, log, "ipc"],
      });
      child.once("exit", () => {
        if (!killing) crashes++;
      });
      await until(`${name} serves`, () => serves(`${url}${health}`), { seconds: 30 });
    },
    async kill() {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      killing = true;
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
    },
  };
}
export type Placed = Awaited<ReturnType<typeof placeProcess>>;

const serves = (url: string) =>
  fetch(url, { signal: AbortSignal.timeout(2000) }).then(
    ({ ok }) => ok,
    () => false,
  );
