import { verifyAttempt } from "@/lib/auth/attempt";
import { makeOwnPasswordLink } from "@/lib/auth/password-links";
import { later } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { judgeSignIn, mayGoOnAtDesktop, refusalOf } from "@/lib/releases/sign-in";
import { fail, ok } from "@/lib/result";
import { isOpen, lockSeats, readOpenSeats } from "@/lib/seats/lock";
import { endOfSilence } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";
import { type Claimant, readClaimant } from "./claimant";
import { endSession, endSessions } from "./end";
import { channelOf, keepInstallation, lockInstallation, othersOn } from "./installation";
import { continueSession, type Origin, openSession, renewToken } from "./open";
import { findToResume, resumeRefused } from "./resume";
import type { SignIn } from "./schema";
import { permitsTakeOver, signTakeOver } from "./take-over";

const idempotencyMs = 2 * 60_000;

export type { Origin } from "./open";

/**
 * Signs an agent in at their one seat, with a password or with the token of a lost session. The same idempotency key within
 * two minutes means the session that it made.
 */
export async function signIn(input: SignIn, origin: Origin, idempotencyKey: string | null = null) {
  const arrivedMs = performance.now();
  const who = "resume" in input ? await byToken(input.resume) : await byPassword(input, origin);
  if (!who.ok) return who;
  return db.$transaction((tx) => claimSeat(tx, who.value, { ...input, origin, idempotencyKey, arrivedMs }));
}

/** Verified before any lock. */
async function byPassword({ username, password }: { username: string; password: string }, { ip }: Origin) {
  const verified = await verifyAttempt({ username, password, ip });
  return verified.ok ? ok({ userId: verified.value.userId, resumes: null }) : verified;
}

async function byToken(token: string) {
  const lost = await findToResume(token);
  return lost
    ? ok({ userId: lost.userId, resumes: { sessionId: lost.id, token } })
    : fail("invalid-credentials");
}

type Who = { userId: string; resumes: { sessionId: string; token: string } | null };
type Claim = Pick<SignIn, "client" | "takeOver"> & {
  origin: Origin;
  idempotencyKey: string | null;
  arrivedMs: number;
};

async function claimSeat(tx: Tx, { userId, resumes }: Who, claim: Claim) {
  const { client, origin, idempotencyKey } = claim;
  await lockInstallation(tx, client);
  const others = await othersOn(tx, userId, client);
  await lockSeats(tx, [userId, ...others]);
  const user = await readClaimant(tx, userId);
  const repeated = isRepeated(user, idempotencyKey);
  const isOpenStill = resumes !== null && resumes.sessionId === user.sessionId;
  if (resumes && !repeated && !isOpenStill && (await resumeRefused(tx, resumes.sessionId, user.now)))
    return fail("session-ended", { sessionId: resumes.sessionId });
  if (user.disabledAt) return fail("account-disabled");
  if (!user.roles.includes("agent") || !user.allowedApps.includes(client.platform))
    return fail("app-not-allowed");
  // The token of a lost session asks for no password.
  if (user.mustChangePassword && !resumes)
    return fail("password-change-required", await makeOwnPasswordLink(tx, user));
  // Its own token serves on, however often it is asked: an answer may be lost.
  if (isOpenStill)
    return ok({ ...(await continueSession(tx, user, resumes.sessionId, resumes.token)), user });
  if (repeated && user.sessionId) {
    // Its app gave up waiting, asked again and was answered: that answer's token must not die of this copy.
    if (isOvertaken(user, claim)) return fail("unavailable");
    return ok({ ...(await renewToken(tx, user, user.sessionId)), user });
  }

  const judged = await judgeSignIn(tx, user, { ...client, channel: channelOf(client) });
  const refused = refusalOf(judged);
  if (refused) {
    // What knocked is known, also where nobody gets in.
    await tx.$executeRaw`${keepInstallation(userId, client, judged, user.now)}`;
    const elsewhere = client.platform === "mobile" && user.allowedApps.includes("desktop");
    const goesOnAtDesktop = elsewhere && (await mayGoOnAtDesktop(tx, user));
    return fail(refused.code, { ...refused, goesOnAtDesktop });
  }

  let previousLogout = user.logoutAt;
  if (user.sessionId) {
    const cause = await mayEnd(tx, user, claim);
    if (!cause) return seatTaken(tx, user, user.sessionId);
    previousLogout = await endSession(tx, userId, { cause, by: endedBy(cause, user) });
  }
  // Only now that this sign-in stands; under the locks, for those who are still there.
  const still = (await othersOn(tx, userId, client)).filter((other) => others.includes(other));
  await endSessions(
    tx,
    still.map((other) => ({ userId: other, cause: "same_device", by: person(user) })),
  );
  const loginAt = later(user.now, previousLogout);
  const opening = {
    client,
    origin,
    idempotencyKey,
    resumedFromId: resumes?.sessionId ?? null,
    judged,
  };
  return ok({ ...(await openSession(tx, user, loginAt, opening)), user });
}

const isRepeated = ({ idempotencyKey, sessionSince, now }: Claimant, key: string | null) =>
  key !== null && key === idempotencyKey && now.getTime() - (sessionSince?.getTime() ?? 0) <= idempotencyMs;

/** True for a request that was there before the session that its key made. */
const isOvertaken = ({ now, sessionSince }: Claimant, { arrivedMs }: Claim) =>
  now.getTime() - (performance.now() - arrivedMs) < (sessionSince?.getTime() ?? 0);

/** Why the open session may make way for this sign-in; undefined if the person must be asked. */
async function mayEnd(tx: Tx, user: Claimant, { client, takeOver }: Claim) {
  const [seat] = await readOpenSeats(tx, [user.id]);
  if (!seat) return undefined;
  const { mobileInactivitySeconds } = await readSettings(tx);
  const silence = endOfSilence(seat, seat.openInteractions > 0, { ...seat, mobileInactivitySeconds });
  if (silence) return silence;
  if (client.installId && user.installId === client.installId) return "same_device";
  if (takeOver && permitsTakeOver(takeOver, seat.sessionId, seat.now, env().AUTH_SECRET)) return "taken_over";
  return undefined;
}

async function seatTaken(tx: Tx, user: Claimant, sessionId: string) {
  const seat = await tx.seat.findUniqueOrThrow({ where: { userId: user.id } });
  if (!isOpen(seat)) throw new Error(`the seat of user ${user.id} closed under its lock`);
  return fail("seat-taken", { seat, takeOver: signTakeOver(sessionId, user.now, env().AUTH_SECRET) });
}

const endedBy = (cause: NonNullable<Awaited<ReturnType<typeof mayEnd>>>, user: Claimant) =>
  cause === "same_device" || cause === "taken_over" ? person(user) : { kind: "rule" as const, id: null };

const person = ({ id }: Claimant) => ({ kind: "person" as const, id });
