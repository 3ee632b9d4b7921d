import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { signOut } from "@/lib/sessions/commands";
import { findByTokens } from "@/lib/sessions/queries";
import { signIn } from "@/lib/sessions/sign-in";
import { sweepSilent } from "@/lib/sessions/sweep";
import { changeTeam } from "@/lib/teams/commands";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { attempt, desktop, password, person, phone, sessionsOf, signedIn } from "./people";

let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;

beforeAll(async () => {
  clock = await passInClock(new Date("2026-11-22T12:00:00Z"));
  await beat();
});
beforeEach(async () => {
  user = await person();
});

const origin = { ip: "10.1.2.3", userAgent: "test" };

async function wait(seconds: number) {
  await clock.advance(seconds);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
}
const resume = (token: string, { client = desktop, key }: { client?: typeof desktop; key?: string } = {}) =>
  signIn({ resume: token, client }, origin, key);

/** A desktop that was lost a moment ago: its old token. */
async function lost() {
  const { token } = await signedIn(user.username, { client: desktop });
  await wait(61);
  await sweepSilent();
  return token;
}

describe("a lost session", () => {
  test("is continued with its old token, the gap visible", async () => {
    const token = await lost();
    await wait(600);
    expect(await resume(token)).toMatchObject({ ok: true });
    const [first, second] = await sessionsOf(user.id);
    expect(first).toMatchObject({ cause: "connection_lost" });
    expect(second).toMatchObject({ resumedFromId: first?.id, logoutAt: null });
    expect(second?.loginAt.getTime()).toBeGreaterThan(first?.logoutAt?.getTime() ?? 0);
  });

  test("is continued once; the same key means the same again", async () => {
    const token = await lost();
    const first = await resume(token, { key: "k1" });
    await wait(1);
    const again = await resume(token, { key: "k1" });
    if (!first.ok || !again.ok) throw new Error("expected both");
    expect(again.value.sessionId).toBe(first.value.sessionId);
    expect(await resume(token, { key: "k2" })).toMatchObject({ code: "session-ended" });
    expect(await sessionsOf(user.id)).toHaveLength(2);
  });

  test("two at the same instant have one winner", async () => {
    const token = await lost();
    const both = await Promise.all([resume(token), resume(token)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("cannot be continued after its time, or where it ended otherwise", async () => {
    const token = await lost();
    await wait(15 * 60 + 1);
    expect(await resume(token)).toMatchObject({ code: "session-ended" });
    const { token: left, sessionId } = await signedIn(user.username);
    await signOut({ id: sessionId, userId: user.id });
    expect(await resume(left)).toMatchObject({ code: "session-ended", detail: { sessionId } });
  });

  test("goes through every check but the password", async () => {
    const token = await lost();
    await changeTeam(bootstrapToken, { id: user.teamId, allowedApps: ["mobile"] });
    expect(await resume(token)).toMatchObject({ code: "app-not-allowed" });
    await changeTeam(bootstrapToken, { id: user.teamId, allowedApps: ["desktop", "mobile"] });
    await db.user.update({ where: { id: user.id }, data: { disabledAt: new Date() } });
    expect(await resume(token)).toMatchObject({ code: "account-disabled" });
  });

  test("finds its seat taken", async () => {
    const token = await lost();
    await signedIn(user.username, { client: phone });
    expect(await resume(token)).toMatchObject({ code: "seat-taken" });
  });
});

test("a token that never was is nobody's", async () => {
  expect(await resume("rc_never")).toMatchObject({ code: "invalid-credentials" });
});

test("the token of an open session continues it, as often as it is asked", async () => {
  const { token, sessionId } = await signedIn(user.username, { client: desktop });
  await wait(1);
  const again = await resume(token);
  if (!again.ok) throw new Error(again.code);
  expect(again.value).toMatchObject({ sessionId, token });
  expect(await resume(token, { key: "k" })).toMatchObject({ value: { sessionId, token } });
});

describe("an idempotency key", () => {
  const withKey = (key: string) => signIn({ username: user.username, password, client: phone }, origin, key);

  test("within two minutes means the session that it made, with a fresh token", async () => {
    const first = await withKey("k1");
    await wait(1);
    const again = await withKey("k1");
    if (!first.ok || !again.ok) throw new Error("expected both");
    expect(again.value.sessionId).toBe(first.value.sessionId);
    expect(await findByTokens([first.value.token, again.value.token])).toMatchObject([null, {}]);
    expect(await sessionsOf(user.id)).toHaveLength(1);
  });

  test("two at once make one session; the token that was given first lives on", async () => {
    const both = await Promise.all([withKey("k1"), withKey("k1")]);
    const [made] = both.flatMap((one) => (one.ok ? [one.value] : []));
    expect(both.flatMap((one) => (one.ok ? [] : [one.code]))).toEqual(["unavailable"]);
    expect(await findByTokens([made?.token ?? ""])).toMatchObject([{ id: made?.sessionId }]);
    expect(await sessionsOf(user.id)).toHaveLength(1);
  });

  test("of another sign-in, or an old one, is a question", async () => {
    await withKey("k1");
    expect(await withKey("k2")).toMatchObject({ code: "seat-taken" });
    expect(await attempt(user.username)).toMatchObject({ code: "seat-taken" });
    await wait(121);
    expect(await withKey("k1")).toMatchObject({ code: "seat-taken" });
  });
});
