import { v7 as uuidv7 } from "uuid";
import { verifyPassword } from "@/lib/auth/passwords";
import { databaseNow, later } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { fail, ok } from "@/lib/result";
import { isOpen, lockSeats, type OpenSeat } from "@/lib/seats/lock";
import { gatewayResumedAt } from "@/lib/seats/queries";
import { heartbeatSeconds, leaseExpired, leaseOf } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";
import { findByUsername } from "@/lib/users/queries";
import type { User } from "@/prisma/generated/client";
import { endSession } from "./end";
import { lockInstallation, othersOn, saveInstallation } from "./installation";
import type { SignIn } from "./schema";
import { permitsTakeOver, signTakeOver } from "./take-over";
import { newToken } from "./token";

/** Where a sign-in came from, as its request told. */
export type Origin = { ip: string | null; userAgent: string | null };

/** Signs an agent in at their one seat. Passwords are verified before any lock. */
export async function signIn({ username, password, client, takeOver }: SignIn, origin: Origin) {
  const known = await findByUsername(db, username);
  const valid = await verifyPassword(known?.passwordHash, password);
  if (!known || !valid) return fail("invalid-credentials");

  return db.$transaction(async (tx) => {
    await lockInstallation(tx, client);
    const seats = await lockSeats(tx, [known.id, ...(await othersOn(tx, known.id, client))]);
    const seat = seats.get(known.id);
    if (!seat) throw new Error(`user ${known.id} has no seat`);
    const user = await tx.user.findUniqueOrThrow({ where: { id: known.id }, include: { team: true } });
    if (user.disabledAt) return fail("account-disabled");
    if (!user.roles.includes("agent")) return fail("app-not-allowed");

    const now = await databaseNow(tx);
    let previousLogout = seat.logoutAt;
    if (isOpen(seat)) {
      const cause = await mayEnd(tx, seat, { client, takeOver, now });
      if (!cause) {
        return fail("seat-taken", { seat, takeOver: signTakeOver(seat.sessionId, now, env().AUTH_SECRET) });
      }
      previousLogout = await endSession(tx, seat, { cause, by: endedBy(cause, user), at: now });
    }
    // Only now that this sign-in stands; under the locks, for those who are still there.
    for (const userId of await othersOn(tx, user.id, client)) {
      const other = seats.get(userId);
      if (other && isOpen(other))
        await endSession(tx, other, { cause: "same_device", by: person(user), at: now });
    }
    const loginAt = later(now, previousLogout);
    const installationId = await saveInstallation(tx, user.id, client, loginAt);
    const session = await openSession(tx, user, loginAt, { client, origin, installationId });
    return ok({ ...session, user });
  });
}

type Claim = { client: SignIn["client"]; takeOver: string | undefined; now: Date };

/** Why the open session may make way for this sign-in; undefined if the person must be asked. */
async function mayEnd(tx: Tx, seat: OpenSeat, { client, takeOver, now }: Claim) {
  const sign = await tx.signOfLife.findUniqueOrThrow({ where: { userId: seat.userId } });
  if (leaseExpired(sign, await gatewayResumedAt(tx), now)) return "connection_lost";
  const open = await tx.session.findUniqueOrThrow({
    where: { id: seat.sessionId },
    include: { installation: true },
  });
  if (client.installId && open.installation?.installId === client.installId) return "same_device";
  if (takeOver && permitsTakeOver(takeOver, seat.sessionId, now, env().AUTH_SECRET)) return "taken_over";
  return undefined;
}

const endedBy = (cause: "connection_lost" | "same_device" | "taken_over", user: User) =>
  cause === "connection_lost" ? { kind: "rule" as const, id: null } : person(user);

const person = ({ id }: User) => ({ kind: "person" as const, id });

type Opening = { client: SignIn["client"]; origin: Origin; installationId: string };

async function openSession(tx: Tx, user: User, loginAt: Date, { client, origin, installationId }: Opening) {
  const id = uuidv7();
  const { token, hash } = newToken();
  const leaseSeconds = leaseOf(client.platform, await readSettings(tx));
  const sign = {
    sessionId: id,
    lastSeenAt: loginAt,
    leaseSeconds,
    heartbeatSeconds: heartbeatSeconds(leaseSeconds),
  };
  const { installId: _, ...app } = client;
  const facts = { ...app, ip: origin.ip, loginAt };
  const first = { state: "not_ready", reason: null } as const;

  await tx.session.create({
    data: {
      ...facts,
      id,
      userId: user.id,
      teamId: user.teamId,
      installationId,
      userAgent: origin.userAgent,
      tokenHash: hash,
    },
  });
  await tx.stateInterval.create({ data: { ...first, sessionId: id, userId: user.id, startedAt: loginAt } });
  await tx.signOfLife.upsert({
    where: { userId: user.id },
    create: { ...sign, userId: user.id },
    update: sign,
  });
  await tx.seat.update({
    where: { userId: user.id },
    data: {
      ...facts,
      ...first,
      sessionId: id,
      open: true,
      logoutAt: null,
      stateSince: loginAt,
      streamId: null,
      openInteractions: 0,
      frameIds: [],
    },
  });
  return { token, loginAt, ...first, ...sign };
}
