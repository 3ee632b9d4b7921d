import { type ChildProcess, fork } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { chmod, mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pickPort } from "@/lib/postgres/port";

/** Starts the real thing on a data directory of its own and tells the workers where it is, and who administers it. */
export default async function start() {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-e2e-"));
  // Open to the account of Postgres, so that under root, too, nothing is left behind elsewhere.
  await chmod(folder, 0o711);
  const [port, gatewayPort] = [await pickPort(), await pickPort()];
  Object.assign(process.env, {
    DATABASE_URL: "",
    DATA_DIR: path.join(folder, "data"),
    PORT: String(port),
    GATEWAY_PORT: String(gatewayPort),
    CONSOLE_URL: `http://localhost:${port}`,
    GATEWAY_URL: `http://localhost:${gatewayPort}`,
    ADMIN_USERNAME: "admin",
    ADMIN_PASSWORD: randomBytes(12).toString("base64url"),
    ADMIN_API_TOKEN: randomBytes(32).toString("base64url"),
  });

  const launcher = fork("scripts/rollcall.mjs", ["start"], { silent: true });
  const stop = async () => {
    if (launcher.exitCode === null) {
      launcher.kill("SIGTERM");
      await once(launcher, "exit");
    }
    await rm(folder, { recursive: true, force: true });
  };
  await untilReady(launcher).catch(async (error) => {
    await stop();
    throw error;
  });
  return stop;
}

/** What it prints is kept in test-results/rollcall.log. */
async function untilReady(launcher: ChildProcess) {
  await mkdir("test-results", { recursive: true });
  const log = createWriteStream("test-results/rollcall.log");
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
