import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";

const resolve = { alias: [{ find: /^@\//, replacement: fileURLToPath(new URL("./", import.meta.url)) }] };

export default defineConfig({
  test: {
    projects: [
      { resolve, test: { name: "unit", include: ["tests/unit/**/*.test.ts"] } },
      {
        resolve,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.ts"],
          globalSetup: "tests/integration/postgres.ts",
          setupFiles: "tests/integration/database.ts",
          testTimeout: 20_000,
          hookTimeout: 30_000,
        },
      },
      {
        resolve,
        test: {
          name: "chaos",
          include: ["tests/chaos/**/*.test.ts"],
          testTimeout: 90_000,
          hookTimeout: 60_000,
          // Each has a cluster and two gateways: one after the other, and after everything else.
          fileParallelism: false,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
