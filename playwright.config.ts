import { defineConfig, devices } from "@playwright/test";

const { CHROMIUM_PATH, CONSOLE_URL, TRACE } = process.env;

// Chromium's sandbox does not work under root; the rest keeps it from calling home and from looking for a GPU.
const quiet = ["--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"];
const args = [...quiet, "--disable-component-update", "--disable-sync"];
if (process.getuid?.() === 0) args.push("--no-sandbox");

export default defineConfig({
  testDir: "tests/e2e",
  globalSetup: "./tests/e2e/start.ts",
  forbidOnly: Boolean(process.env.CI),
  fullyParallel: true,
  retries: 0,
  workers: 2,
  // For machines that are busy: nothing here waits by itself.
  timeout: 180_000,
  expect: { timeout: 15_000 },
  use: {
    // Set by the global set-up, which workers inherit.
    ...(CONSOLE_URL ? { baseURL: CONSOLE_URL } : {}),
    launchOptions: { args, ...(CHROMIUM_PATH ? { executablePath: CHROMIUM_PATH } : {}) },
    // Where a machine draws by itself, keeping a trace takes longer than the journey.
    trace: TRACE ? "retain-on-failure" : "off",
  },
  projects: [
    { name: "chromium", use: devices["Desktop Chrome"], testIgnore: "pictures.spec.ts" },
    // `npm run pictures`: the pictures of the README, of the real screens.
    { name: "pictures", use: devices["Desktop Chrome"], testMatch: "pictures.spec.ts" },
  ],
});
