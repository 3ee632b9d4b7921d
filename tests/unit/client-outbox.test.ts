import { expect, test } from "vitest";
import { createOutbox } from "@/client/outbox";
import { Problem } from "@/client/problem";

const ready = { type: "state", state: "ready" } as const;
const busy = { type: "state", state: "busy" } as const;

test("a frame is sent once, and again after a reconnect with the same id and its age", () => {
  let now = 1000;
  const outbox = createOutbox(() => now);
  void outbox.add(ready);
  const first = outbox.toSend({ again: false });
  expect(first).toEqual([{ id: expect.any(String), ...ready }]);
  expect(outbox.toSend({ again: false })).toEqual([]);

  now = 3500;
  expect(outbox.toSend({ again: true })).toEqual([{ ...first[0], ageMs: 2500 }]);
});

test("frames keep their order", () => {
  const outbox = createOutbox(() => 0);
  void outbox.add(ready);
  void outbox.add(busy);
  expect(outbox.toSend({ again: true })).toMatchObject([ready, busy]);
});

test("an acknowledged frame is done; unknown ids change nothing", async () => {
  const outbox = createOutbox(() => 0);
  const stored = outbox.add(ready);
  const [frame] = outbox.toSend({ again: false });
  expect(outbox.stored("another")).toBeUndefined();
  expect(outbox.stored(idOf(frame))).toEqual(ready);
  await stored;
  expect(outbox.empty).toBe(true);
});

test("a refused frame fails with the gateway's problem", async () => {
  const outbox = createOutbox(() => 0);
  const stored = outbox.add(ready);
  const [frame] = outbox.toSend({ again: false });
  outbox.refused(idOf(frame), new Problem("invalid-request"));
  await expect(stored).rejects.toMatchObject({ code: "invalid-request" });
});

test("no more than 32 wait", async () => {
  const outbox = createOutbox(() => 0);
  for (let n = 0; n < 32; n++) void outbox.add(ready);
  await expect(outbox.add(busy)).rejects.toMatchObject({ code: "too-many-waiting" });
});

test("when the session is over, all that wait fail", async () => {
  const outbox = createOutbox(() => 0);
  const stored = outbox.add(ready);
  outbox.abandon(new Problem("not-signed-in"));
  await expect(stored).rejects.toMatchObject({ code: "not-signed-in" });
  expect(outbox.empty).toBe(true);
});

const idOf = (frame: object | undefined) => (frame && "id" in frame ? String(frame.id) : "");
