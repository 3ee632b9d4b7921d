import { expect, test } from "vitest";
import { createOutbox } from "@/client/outbox";
import { Problem } from "@/client/problem";

const ready = { type: "state", state: "ready" } as const;
const at = "2026-11-22T09:00:00.000Z";
const busy = { type: "state", state: "busy" } as const;

test("a frame is sent once, and again after a reconnect with the same id and its age", () => {
  let now = 1000;
  const outbox = createOutbox(() => now);
  void outbox.add(ready, at);
  const first = outbox.toSend({ again: false });
  expect(first).toEqual([{ id: expect.any(String), ...ready }]);
  expect(outbox.toSend({ again: false })).toEqual([]);

  now = 3500;
  expect(outbox.toSend({ again: true })).toEqual([{ ...first[0], ageMs: 2500 }]);
});

test("frames keep their order", () => {
  const outbox = createOutbox(() => 0);
  void outbox.add(ready, at);
  void outbox.add(busy, at);
  expect(outbox.toSend({ again: true })).toMatchObject([ready, busy]);
});

test("an acknowledged frame is done; unknown ids change nothing", async () => {
  const outbox = createOutbox(() => 0);
  const stored = outbox.add(ready, at);
  const [frame] = outbox.toSend({ again: false });
  expect(outbox.stored("another")).toBeUndefined();
  expect(outbox.stored(idOf(frame))).toMatchObject({ frame: ready, at });
  await stored;
  expect(outbox.waiting).toEqual([]);
});

test("a refused frame fails with the gateway's problem", async () => {
  const outbox = createOutbox(() => 0);
  const stored = outbox.add(ready, at);
  const [frame] = outbox.toSend({ again: false });
  outbox.refused(idOf(frame), new Problem("invalid-request"));
  await expect(stored).rejects.toMatchObject({ code: "invalid-request" });
});

test("no more than 30 wait: with a sync and a sign of life the gateway takes them all at once", async () => {
  const outbox = createOutbox(() => 0);
  for (let n = 0; n < 30; n++) void outbox.add(ready, at);
  await expect(outbox.add(busy, at)).rejects.toMatchObject({ code: "too-many-waiting" });
});

test("when the session is over, all that wait fail", async () => {
  const outbox = createOutbox(() => 0);
  const stored = outbox.add(ready, at);
  outbox.abandon(new Problem("not-signed-in"));
  await expect(stored).rejects.toMatchObject({ code: "not-signed-in" });
  expect(outbox.waiting).toEqual([]);
});

const idOf = (frame: object | undefined) => (frame && "id" in frame ? String(frame.id) : "");
