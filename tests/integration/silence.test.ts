import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { beat, recordSigns } from "@/lib/seats/beat";
import { commitNews } from "@/lib/seats/commit";
import { endUserSession, signOut } from "@/lib/sessions/commands";
import { sweepSilent } from "@/lib/sessions/sweep";
import { openTimes } from "@/lib/sessions/times";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { attempt, desktop, person, sessionsOf, signedIn, tell } from "./people";

const noon = new Date("2026-11-22T12:00:00Z");
let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;

beforeAll(async () => {
  clock = await passInClock(noon);
});
beforeEach(async () => {
  await clock.set(noon);
  await db.gatewayBeat.deleteMany();
  await beat();
  user = await person();
});

/** Time passes, and gateways are there all the while. */
async function wait(seconds: number) {
  await clock.advance(seconds);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
}
/** Time passes, and no gateway is there. */
async function outage(seconds: number) {
  await clock.advance(seconds);
  await beat();
}
const at = (seconds: number) => new Date(noon.getTime() + seconds * 1000);
const only = async () => (await sessionsOf(user.id))[0];
const session = async () => ({ id: (await only())?.id ?? "", userId: user.id });
const contact = async () =>
  commitNews([{ userId: user.id, sessionId: (await session()).id, event: { kind: "contact" } }]);
const pong = async () => recordSigns([{ userId: user.id, sessionId: (await session()).id, agedMs: 0 }]);

describe("a desktop", () => {
  test("beyond its lease ends at its last sign of life", async () => {
    await signedIn(user.username, { client: desktop });
    await wait(40);
    await pong();
    await wait(61);
    await sweepSilent();
    expect(await only()).toMatchObject({
      cause: "connection_lost",
      certainty: "last_seen",
      endedByKind: "rule",
      logoutAt: at(40),
      endedAt: at(101),
    });
  });

  test("within its lease stays, and longer while an interaction is open", async () => {
    await signedIn(user.username, { client: desktop });
    await wait(60);
    await sweepSilent();
    expect(await only()).toMatchObject({ logoutAt: null });
    await tell(await session(), {
      type: "interaction",
      interactionId: "call",
      phase: "started",
      channel: "voice",
      direction: "inbound",
    });
    await wait(300);
    await sweepSilent();
    expect(await only()).toMatchObject({ logoutAt: null });
    await wait(1);
    await sweepSilent();
    expect(await only()).toMatchObject({ cause: "connection_lost", logoutAt: at(60) });
    // The end of a session ends what was open in it.
    expect(await db.interaction.findMany({ where: { userId: user.id } })).toMatchObject([
      { endedAt: at(60) },
    ]);
  });

  test("an expired lease makes way for a sign-in without a question", async () => {
    await signedIn(user.username, { client: desktop });
    await wait(61);
    expect((await attempt(user.username)).ok).toBe(true);
    expect(await only()).toMatchObject({ cause: "connection_lost", logoutAt: noon });
  });
});

describe("an outage", () => {
  test("of all gateways is nobody's silence", async () => {
    await signedIn(user.username, { client: desktop });
    await wait(50);
    await outage(1000);
    await sweepSilent();
    expect(await only()).toMatchObject({ logoutAt: null });
    await wait(60);
    await contact();
    await wait(1);
    await signOut(await session());
    // The app came back: the time keeps the state that it began with.
    expect(await only()).toMatchObject({ cause: "signed_out", notReadyMs: 1111_000n, unknownMs: 0n });
  });

  test("ends what does not come back within a lease, at its last sign of life", async () => {
    await signedIn(user.username, { client: desktop });
    await wait(50);
    await outage(1000);
    await wait(61);
    await sweepSilent();
    expect(await only()).toMatchObject({ cause: "connection_lost", logoutAt: noon });
  });

  test("lasts until a gateway beats again: nobody is swept before", async () => {
    await signedIn(user.username, { client: desktop });
    await clock.advance(1000);
    await sweepSilent();
    expect(await only()).toMatchObject({ logoutAt: null });
  });
});

describe("a phone", () => {
  test("in a pocket stays signed in until its inactivity limit", async () => {
    await signedIn(user.username);
    await wait(43_200);
    await sweepSilent();
    expect(await only()).toMatchObject({ logoutAt: null });
    await wait(1);
    await sweepSilent();
    expect(await only()).toMatchObject({
      cause: "inactivity",
      certainty: "last_seen",
      logoutAt: noon,
      endedAt: at(43_201),
    });
  });

  test("silent for long has unknown time, open and ended alike", async () => {
    await signedIn(user.username);
    await tell(await session(), { type: "state", state: "ready" });
    await wait(100);
    await pong();
    await wait(3600);
    expect(await openTimes(db, user.id)).toMatchObject({ readyMs: 99_999n, unknownMs: 3_600_000n });
    await contact();
    await wait(10);
    await signOut(await session());
    expect(await only()).toMatchObject({ notReadyMs: 1n, readyMs: 109_999n, unknownMs: 3_600_000n });
  });

  test("that signs out after long silence was in touch then", async () => {
    await signedIn(user.username);
    await wait(3600);
    await signOut(await session());
    expect(await only()).toMatchObject({
      cause: "signed_out",
      certainty: "exact",
      logoutAt: at(3600),
      unknownMs: 3_599_999n,
    });
  });

  test("ended by another hand during long silence was last seen when it was", async () => {
    await signedIn(user.username);
    await wait(3600);
    await endUserSession(bootstrapToken, { username: user.username, reason: "x" });
    expect(await only()).toMatchObject({ certainty: "last_seen", logoutAt: noon, endedAt: at(3600) });
  });

  test("tells late what it did meanwhile", async () => {
    await signedIn(user.username);
    await wait(3600);
    await contact();
    await tell(await session(), { type: "state", state: "busy", ageMs: 600_000 });
    await signOut(await session());
    expect(await only()).toMatchObject({ reportedLate: true, busyMs: 600_000n, unknownMs: 2_999_999n });
    const { id } = await session();
    expect(await db.sessionStates.findUnique({ where: { sessionId: id } })).toMatchObject({
      state: ["not_ready", "unknown", "busy"],
      late: [false, false, true],
    });
  });
});

test("a session ended by another hand was last seen when its app was", async () => {
  await signedIn(user.username);
  await wait(10);
  await endUserSession(bootstrapToken, { username: user.username, reason: "x" });
  expect(await only()).toMatchObject({ certainty: "exact", lastSeenAt: noon, logoutAt: at(10) });
});

test("so many unanswered interactions in a row end a session, if that is set", async () => {
  await changeSettings(bootstrapToken, { endAfterMissed: 2 });
  await signedIn(user.username);
  const ring = (interactionId: string, phase: string) =>
    session().then((of) =>
      tell(of, { type: "interaction", interactionId, phase, channel: "voice", direction: "inbound" }),
    );
  await ring("1", "missed");
  await ring("2", "started");
  await ring("2", "ended");
  await ring("3", "missed");
  expect(await only()).toMatchObject({ logoutAt: null });
  await ring("4", "missed");
  expect(await only()).toMatchObject({ cause: "no_answer", certainty: "exact", endedByKind: "rule" });
});
