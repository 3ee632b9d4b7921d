import { expect, test } from "vitest";
import { permitsTakeOver, signTakeOver, takeOverMs } from "@/lib/sessions/take-over";

const session = "0190a6e2-7a7e-7000-8000-000000000001";
const other = "0190a6e2-7a7e-7000-8000-000000000002";
const now = new Date(1_000_000);
const secret = "a secret of at least thirty-two characters";
const permit = signTakeOver(session, now, secret);

test("permits ending the session it names, for two minutes", () => {
  expect(permitsTakeOver(permit, session, now, secret)).toBe(true);
  expect(permitsTakeOver(permit, session, new Date(now.getTime() + takeOverMs - 1), secret)).toBe(true);
  expect(permitsTakeOver(permit, session, new Date(now.getTime() + takeOverMs), secret)).toBe(false);
});

test("permits nothing else", () => {
  expect(permitsTakeOver(permit, other, now, secret)).toBe(false);
  expect(permitsTakeOver(permit, session, now, `${secret}!`)).toBe(false);
});

test.each(["", ".", "a.b", permit.slice(1), permit.slice(0, -1), `${permit}.x`.slice(1)])(
  "%j is no permit",
  (text) => {
    expect(permitsTakeOver(text, session, now, secret)).toBe(false);
  },
);
