import { beforeEach, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { endUserSession } from "@/lib/sessions/commands";
import { sweepExpiredLeases } from "@/lib/sessions/sweep";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { attempt, desktop, person, sessionsOf, signedIn } from "./people";

let user: User;

beforeEach(async () => {
  user = await person();
  await beat();
});

describe("silence", () => {
  const silentFor = (seconds: number) =>
    db.$executeRaw`update sign_of_life set last_seen_at = last_seen_at - ${seconds} * interval '1 s' where user_id = ${user.id}::uuid`;
  /** No gateway was away in the meantime. */
  const gatewaysThereFor = (seconds: number) =>
    db.$executeRaw`update gateway_beat set resumed_at = resumed_at - ${seconds * 2} * interval '1 s'`;

  test("a desktop beyond its lease ends at its last sign of life", async () => {
    await changeSettings(bootstrapToken, { desktopLeaseSeconds: 2 });
    const { loginAt } = await signedIn(user.username, { client: desktop });
    await gatewaysThereFor(10);
    await silentFor(10);
    await sweepExpiredLeases();
    const [session] = await sessionsOf(user.id);
    expect(session).toMatchObject({
      cause: "connection_lost",
      certainty: "last_seen",
      endedByKind: "rule",
      // Never before the login.
      logoutAt: loginAt,
    });
    expect(session?.endedAt?.getTime()).toBeGreaterThan(loginAt.getTime());
  });

  test("within the lease nothing ends", async () => {
    await signedIn(user.username, { client: desktop });
    await gatewaysThereFor(10);
    await silentFor(1);
    await sweepExpiredLeases();
    expect(await sessionsOf(user.id)).toMatchObject([{ logoutAt: null }]);
  });

  test("an outage of all gateways is nobody's silence", async () => {
    await changeSettings(bootstrapToken, { desktopLeaseSeconds: 2 });
    await signedIn(user.username, { client: desktop });
    await silentFor(10);
    await db.$executeRaw`update gateway_beat set beat_at = beat_at - interval '10 s', resumed_at = resumed_at - interval '1 h'`;
    await beat();
    await sweepExpiredLeases();
    expect(await sessionsOf(user.id)).toMatchObject([{ logoutAt: null }]);
  });

  test("no gateway has beaten yet: nobody is swept before one has", async () => {
    await changeSettings(bootstrapToken, { desktopLeaseSeconds: 2 });
    await signedIn(user.username, { client: desktop });
    await gatewaysThereFor(10);
    await silentFor(10);
    await db.$executeRaw`update gateway_beat set beat_at = beat_at - interval '10 s'`;
    await sweepExpiredLeases();
    expect(await sessionsOf(user.id)).toMatchObject([{ logoutAt: null }]);
  });

  test("a session ended by another hand was last seen when its app was", async () => {
    await signedIn(user.username);
    const { lastSeenAt } = await db.signOfLife.findUniqueOrThrow({ where: { userId: user.id } });
    await endUserSession(bootstrapToken, { username: user.username, reason: "x" });
    expect(await sessionsOf(user.id)).toMatchObject([{ certainty: "exact", lastSeenAt }]);
  });

  test("a phone in a pocket stays signed in", async () => {
    await signedIn(user.username);
    await gatewaysThereFor(100_000);
    await silentFor(100_000);
    await sweepExpiredLeases();
    expect(await sessionsOf(user.id)).toMatchObject([{ logoutAt: null }]);
  });

  test("an expired lease makes way for a sign-in without a question", async () => {
    await changeSettings(bootstrapToken, { desktopLeaseSeconds: 2 });
    await signedIn(user.username, { client: desktop });
    await gatewaysThereFor(10);
    await silentFor(10);
    expect((await attempt(user.username)).ok).toBe(true);
    expect((await sessionsOf(user.id))[0]).toMatchObject({ cause: "connection_lost" });
  });
});
