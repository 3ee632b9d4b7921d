import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser";
import { fail } from "./terminal";

// `npm run pictures`: docs/pictures anew, from the real screens.

const browser = findBrowser();
if (!browser) fail("No browser was found. Install Chromium or Chrome, or name one in CHROMIUM_PATH.");

const args = ["node_modules/@playwright/test/cli.js", "test", "--project=pictures", "--reporter=list"];
const { status } = spawnSync(process.execPath, args, {
  stdio: "inherit",
  env: { ...process.env, CHROMIUM_PATH: browser },
});
process.exit(status ?? 1);
