import { spawnSync } from "node:child_process";
import { accessSync, constants } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";
import { say } from "./terminal";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const applications = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** The program of a Chromium: the one named by CHROMIUM_PATH, Playwright's, the system's, or one installed now. */
export function findBrowser(): string | undefined {
  return installed() ?? install();
}

function installed() {
  const folders = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean);
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [process.env.CHROMIUM_PATH, chromium.executablePath(), ...onPath, ...applications].find(isProgram);
}

function install() {
  say("Installing a browser for the tests…");
  const playwright = ["node_modules/@playwright/test/cli.js", "install", "chromium"];
  spawnSync(process.execPath, playwright, { stdio: "ignore", timeout: 300_000 });
  if (!installed() && process.getuid?.() === 0) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update"], { stdio: "ignore", env });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], { stdio: "ignore", env });
  }
  return installed();
}

function isProgram(file: string | undefined) {
  if (!file) return false;
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
