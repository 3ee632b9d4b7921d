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

test("mail needs a server and a sender, each as it should be", () => {
  const wrong = (given: Record<string, string>, problem: string) =>
    expect(() => readSettings(given)).toThrow(problem);
  wrong({ SMTP_URL: "smtps://mail.example" }, "MAIL_FROM: must be set together with SMTP_URL");
  wrong({ MAIL_FROM: "rollcall@mail.example" }, "SMTP_URL: must be set together with MAIL_FROM");
  wrong({ SMTP_URL: "https://mail.example" }, "SMTP_URL: must be an smtp:// or smtps:// address");
  wrong({ SMTP_URL: "smtp://rollcall@mail.example" }, "SMTP_URL: must name a host");
  wrong({ MAIL_FROM: "Rollcall" }, "MAIL_FROM: must be an address");
  const right = {
    SMTP_URL: "smtps://user:pass@mail.example:465",
    MAIL_FROM: "Rollcall <rollcall@mail.example>",
  };
  expect(readSettings(right)).toMatchObject(right);
});

test("an empty setting counts as missing", () => {
  expect(readSettings({ DATABASE_URL: "", PORT: "" })).toMatchObject({ PORT: 3000 });
});
