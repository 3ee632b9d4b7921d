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
    ],
  },
});
