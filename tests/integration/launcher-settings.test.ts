import { expect, test } from "vitest";
import { readSettings } from "@/scripts/settings";

test("without any setting everything is local", () => {
  expect(readSettings({})).toMatchObject({
    DATA_DIR: ".data",
    PORT: 3000,
    GATEWAY_PORT: 3001,
    CONSOLE_URL: "http://localhost:3000",
    GATEWAY_URL: "http://localhost:3001",
  });
});

test("every problem is listed at once", () => {
  const wrong = {
    DATABASE_URL: "mysql://db/x",
    PORT: "many",
    GATEWAY_URL: "ftp://x",
    ADMIN_API_TOKEN: "short",
  };
  expect(() => readSettings(wrong)).toThrow(
    [
      "Rollcall cannot start with these settings:",
      "  DATABASE_URL: must be a postgres:// address",
      "  AUTH_SECRET: is required",
      "  PORT: must be a port between 1 and 65535",
      "  GATEWAY_URL: must be an http:// or https:// address",
      "  ADMIN_API_TOKEN: must have at least 32 characters",
    ].join("\n"),
  );
});

test("gateway and console need a port each", () => {
  expect(() => readSettings({ GATEWAY_PORT: "3000" })).toThrow("GATEWAY_PORT: must differ from PORT");
});

test("pushes are signed: their address and their secret come together", () => {
  expect(() => readSettings({ PUSH_WEBHOOK_URL: "https://push.example" })).toThrow(
    "PUSH_WEBHOOK_SECRET: must be set together with PUSH_WEBHOOK_URL",
  );
});

test("an empty setting counts as missing", () => {
  expect(readSettings({ DATABASE_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});
