import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { findBrowser } from "./browser";
import { buildConsole, next } from "./build";
import { type Count, playwrightCount, vitestCount } from "./reports";
import { complain, explain } from "./terminal";

export type Stage = { name: string; run(): Count | Promise<Count> };

const biome = "node_modules/@biomejs/biome/bin/biome";
const tsc = "node_modules/typescript/bin/tsc";
const vitest = "node_modules/vitest/vitest.mjs";
const playwright = "node_modules/@playwright/test/cli.js";

/** What `npm test` runs, in this order; each can be named to run it alone. */
export const stages: Stage[] = [
  { name: "lint", run: () => one(node([biome, "check", "."])) },
  { name: "types", run: () => one(node([next, "typegen"]) && node([tsc, "--noEmit"])) },
  { name: "unit", run: () => vitestProject("unit") },
  { name: "integration", run: () => vitestProject("integration") },
  { name: "build", run: build },
  { name: "chaos", run: () => vitestProject("chaos") },
  { name: "e2e", run: e2e },
];

function vitestProject(name: string) {
  return withReport(vitestCount, (report) => {
    const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
    return node([vitest, "run", "--project", name, "--passWithNoTests", ...reporters]);
  });
}

async function build(): Promise<Count> {
  try {
    await buildConsole();
    return one(true);
  } catch (error) {
    complain(explain(error));
    return one(false);
  }
}

function e2e() {
  const browser = findBrowser();
  if (!browser) {
    complain(
      "No browser was found and none could be installed. Install Chromium or Chrome, or name one in CHROMIUM_PATH.",
    );
    return one(false);
  }
  return withReport(playwrightCount, (report) =>
    node([playwright, "test", "--project=chromium", "--reporter=list,json"], {
      CHROMIUM_PATH: browser,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    }),
  );
}

/** The counts of the report that a run writes; a run that fails without a failed test counts as one. */
async function withReport(
  count: (report: unknown) => Count,
  run: (report: string) => boolean,
): Promise<Count> {
  const folder = await mkdtemp(path.join(tmpdir(), "rollcall-report-"));
  try {
    const file = path.join(folder, "report.json");
    const wentWell = run(file);
    const found = existsSync(file) ? count(JSON.parse(readFileSync(file, "utf8"))) : { passed: 0, failed: 0 };
    return wentWell || found.failed > 0 ? found : { ...found, failed: 1 };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

function node(args: string[], env: Record<string, string> = {}) {
  const { status } = spawnSync(process.execPath, args, { stdio: "inherit", env: { ...process.env, ...env } });
  return status === 0;
}

function one(passed: boolean): Count {
  return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}
