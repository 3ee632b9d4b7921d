import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { beat, recordSigns } from "@/lib/seats/beat";
import { commitNews, storeNews } from "@/lib/seats/commit";
import type { SeatEvent } from "@/lib/seats/fold";
import { signOut } from "@/lib/sessions/commands";
import { forgetSettings } from "@/lib/settings/queries";
import { asOwner } from "./database";
import { desktop, person, sessionsOf, signedIn } from "./people";

// What two transactions do to each other.

beforeEach(() => beat());

async function atWork(client = desktop) {
  const user = await person();
  const { sessionId } = await signedIn(user.username, { client });
  return { userId: user.id, sessionId };
}
let frames = 0;
const state = (name: "ready" | "busy", agedMs = 0): SeatEvent => ({
  kind: "frame",
  frameId: `t${++frames}`,
  frame: { type: "state", ageMs: agedMs, state: name, reason: null },
  agedMs,
  late: agedMs > 0,
});
const contact: SeatEvent = { kind: "contact" };
const silentFor = (userId: string, minutes: number) =>
  asOwner(
    `update sign_of_life set last_seen_at = last_seen_at - $2 * interval '1 min', floor_at = floor_at - $2 * interval '1 min'
     where user_id = $1`,
    [userId, minutes],
  );

/** How many connections of this database wait for a lock. */
async function waiting() {
  const rows = await asOwner(
    "select from pg_locks l join pg_stat_activity a using (pid) where not l.granted and a.datname = current_database()",
  );
  return rows.length;
}

test("whoever waited for a seat sees all that was stored of it meanwhile", async () => {
  const of = await atWork();
  await silentFor(of.userId, 120);
  await asOwner("update gateway_beat set resumed_at = resumed_at - interval '1 day'");
  let second: Promise<unknown> = Promise.resolve();
  await db.$transaction(async (tx) => {
    await storeNews(tx, [
      { ...of, event: contact },
      { ...of, event: state("ready", 30 * 60_000) },
    ]);
    second = commitNews([{ ...of, event: contact }]);
    // The second one has begun, and waits for this seat.
    await expect.poll(waiting).toBe(1);
  });
  await second;
  const stored = await db.stateInterval.findMany({
    where: { sessionId: of.sessionId },
    orderBy: { startedAt: "asc" },
  });
  expect(stored.map(({ state }) => state)).toContain("ready");
});

test("batches and signs of life, in whatever order they come, never wait for each other", async () => {
  const people = await Promise.all(Array.from({ length: 20 }, () => atWork()));
  const until = performance.now() + 1500;
  const tell = async (order: typeof people) => {
    while (performance.now() < until) await commitNews(order.map((of) => ({ ...of, event: state("ready") })));
  };
  const sign = async (order: typeof people) => {
    while (performance.now() < until) await recordSigns(order.map((of) => ({ ...of, agedMs: 0 })));
  };
  await Promise.all([tell(people), tell(people.toReversed()), sign(people), sign(people.toReversed())]);
});

test("more transactions than connections, none with settings at hand, all end", async () => {
  const people = await Promise.all(Array.from({ length: 40 }, () => atWork()));
  forgetSettings();
  const from = performance.now();
  await Promise.all(people.map(({ userId, sessionId }) => signOut({ id: sessionId, userId })));
  expect(performance.now() - from).toBeLessThan(4000);
  for (const { userId } of people) expect(await sessionsOf(userId)).toMatchObject([{ cause: "signed_out" }]);
});

test("a mere contact is no change of the seat", async () => {
  const of = await atWork();
  const revision = async () => (await db.seat.findUniqueOrThrow({ where: { userId: of.userId } })).revision;
  const before = await revision();
  await commitNews([{ ...of, event: contact }]);
  expect(await revision()).toBe(before);
});
