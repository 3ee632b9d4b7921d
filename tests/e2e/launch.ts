import { type ChildProcess, fork, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pickPort } from "@/lib/postgres/port";

/** Settings for an instance of its own: a data directory, free ports. `remove` deletes what it left. */
export async function ownInstance() {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-e2e-"));
  // Open to the account of Postgres, so that under root, too, nothing is left behind elsewhere.
  await chmod(folder, 0o711);
  const [port, gatewayPort] = [await pickPort(), await pickPort()];
  const settings = {
    DATABASE_URL: "",
    DATA_DIR: path.join(folder, "data"),
    PORT: String(port),
    GATEWAY_PORT: String(gatewayPort),
    CONSOLE_URL: `http://localhost:${port}`,
    GATEWAY_URL: `http://localhost:${gatewayPort}`,
  };
  return { settings, remove: () => rm(folder, { recursive: true, force: true }) };
}

/** Runs `npm start`'s own program until it is ready. What it prints is kept in test-results/. */
export async function launch(settings: Record<string, string>, logName: string) {
  const launcher = fork("scripts/rollcall.mjs", ["start"], {
    silent: true,
    env: { ...process.env, ...settings },
  });
  try {
    await untilReady(launcher, logName);
  } catch (error) {
    launcher.kill("SIGKILL");
    throw error;
  }
  return {
    async stop(signal: NodeJS.Signals = "SIGTERM") {
      if (launcher.exitCode !== null || launcher.signalCode !== null) return;
      const ended = once(launcher, "exit");
      launcher.kill(signal);
      await ended;
    },
  };
}

/** Runs `npm run demo` as somebody in a terminal does, until it is ready. */
export async function launchDemo(settings: Record<string, string>, logName: string) {
  const beganMs = performance.now();
  // With a group of its own, to which Ctrl-C goes as a whole.
  const launcher = spawn("npm", ["run", "demo"], {
    detached: true,
    env: { ...process.env, ...settings },
  });
  const press = (signal: NodeJS.Signals) => process.kill(-(launcher.pid ?? 0), signal);
  let output = "";
  launcher.stdout.on("data", (chunk) => {
    output += chunk;
  });
  try {
    await untilReady(launcher, logName);
  } catch (error) {
    press("SIGKILL");
    throw error;
  }
  return {
    pid: launcher.pid ?? 0,
    readyMs: performance.now() - beganMs,
    upMs: () => performance.now() - beganMs,
    output: () => output,
    async pressCtrlC() {
      const ended = once(launcher, "exit");
      press("SIGINT");
      await ended;
    },
    /** For a test that failed in between. */
    kill() {
      if (launcher.exitCode === null && launcher.signalCode === null) press("SIGKILL");
    },
  };
}

async function untilReady(launcher: ChildProcess, logName: string) {
  await mkdir("test-results", { recursive: true });
  const log = createWriteStream(`test-results/${logName}.log`);
  let output = "";
  return new Promise<void>((resolve, reject) => {
    for (const stream of [launcher.stdout, launcher.stderr]) {
      stream?.on("data", (chunk) => {
        log.write(chunk);
        output = `${output}${chunk}`.slice(-10_000);
        if (output.includes("Rollcall is ready")) resolve();
      });
    }
    launcher.once("exit", (code) => reject(new Error(`Rollcall ended with exit code ${code}:\n${output}`)));
  });
}
