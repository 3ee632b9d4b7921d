import { expect, test } from "vitest";
import { createClock } from "@/client/clock";

test("a device five minutes ahead still knows the server's time", () => {
  const server = Date.parse("2026-11-22T09:00:00.000Z");
  let passed = 0;
  const clock = createClock(() => server + 300_000 + passed);

  clock.heard(new Date(server).toISOString());
  passed = 10_000;
  expect(clock.nowMs()).toBe(server + 10_000);
});

test("of several answers the quickest counts", () => {
  const server = Date.parse("2026-11-22T09:00:00.000Z");
  let local = server + 900;
  const clock = createClock(() => local);
  clock.heard(new Date(server).toISOString());
  local = server + 10_030;
  clock.heard(new Date(server + 10_000).toISOString());
  local = server + 20_800;
  clock.heard(new Date(server + 20_000).toISOString());

  expect(clock.nowMs()).toBe(server + 20_770);
});

test("before it heard anything it believes the device", () => {
  expect(createClock(() => 42).nowMs()).toBe(42);
});
