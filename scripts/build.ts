import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { say } from "./terminal";

export const next = "node_modules/next/dist/bin/next";
const stamp = ".next/built-from";

/** All that a build reads. */
const sources = [
  ...["app", "client", "components", "lib", "messages", "public"],
  ...["instrumentation.ts", "next.config.ts", "postcss.config.mjs", "proxy.ts"],
  ...["package.json", "package-lock.json", "prisma/schema.prisma", "tsconfig.json"],
];

/** Builds the console unless its last build was of the same sources. */
export async function buildConsole(signal?: AbortSignal) {
  const madeFrom = await digestOfSources();
  if (existsSync(stamp) && (await readFile(stamp, "utf8")) === madeFrom) return;
  say("Building the console…");
  const { code, output } = await run([next, "build"], signal);
  signal?.throwIfAborted();
  if (code !== 0) throw new Error(`Building the console failed:\n${output}`);
  await writeFile(stamp, madeFrom);
}

async function digestOfSources() {
  const hash = createHash("sha256");
  for (const file of (await Promise.all(sources.map(filesOf))).flat()) {
    hash.update(`${file}\n`).update(await readFile(file));
  }
  return hash.digest("hex");
}

async function filesOf(place: string): Promise<string[]> {
  if (!existsSync(place)) return [];
  const entries = await readdir(place, { withFileTypes: true, recursive: true }).catch(() => undefined);
  if (!entries) return [place];
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
}

function run(args: string[], signal: AbortSignal | undefined) {
  return new Promise<{ code: number | null; output: string }>((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (chunk) => {
        output += chunk;
      });
    }
    signal?.addEventListener("abort", () => child.kill("SIGTERM"));
    child.once("error", reject);
    child.once("close", (code) => resolve({ code, output }));
  });
}
