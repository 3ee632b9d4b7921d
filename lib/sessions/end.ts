import { earlier, later } from "@/lib/clock";
import type { Tx } from "@/lib/db";
import type { OpenSeat } from "@/lib/seats/lock";
import { gatewayResumedAt } from "@/lib/seats/queries";
import { longSilent } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";
import type { ActorKind, Cause } from "@/prisma/generated/enums";

export type Ending = {
  cause: Cause;
  by: { kind: ActorKind; id: string | null };
  /** Why, in the words of the person who ended it; shown on the agent's screen. */
  reason?: string | undefined;
};

/**
 * Closes the session of a locked seat: the only way a session ends. After long silence the logout is the last sign of
 * life, and the row keeps when that was found out. `at` is the clock after the lock. Returns the logout.
 */
export async function endSession(
  tx: Tx,
  seat: OpenSeat,
  { cause, by, reason, at }: Ending & { at: Date },
): Promise<Date> {
  const now = later(at, seat.stateSince);
  const sign = await tx.signOfLife.findUniqueOrThrow({ where: { userId: seat.userId } });
  const { mobileSilenceSeconds } = await readSettings(tx);
  const silent = longSilent(sign, mobileSilenceSeconds, await gatewayResumedAt(tx), now);
  // An app that signs out is in touch, however long it was silent before.
  const lost = cause === "connection_lost" || (cause !== "signed_out" && silent);
  const seenAt = cause === "signed_out" ? now : later(earlier(sign.lastSeenAt, now), seat.loginAt);
  if (cause === "signed_out") {
    await tx.signOfLife.update({ where: { userId: seat.userId }, data: { lastSeenAt: seenAt } });
  }
  const logoutAt = lost ? seenAt : now;

  await cutStates(tx, seat.sessionId, logoutAt);
  await tx.interaction.updateMany({
    where: { sessionId: seat.sessionId, endedAt: null },
    data: { endedAt: logoutAt },
  });
  const times = await timesInState(tx, seat.sessionId, logoutAt);
  await tx.session.update({
    where: { id: seat.sessionId },
    data: {
      ...times,
      logoutAt,
      endedAt: lost ? now : null,
      cause,
      certainty: lost ? "last_seen" : "exact",
      endedByKind: by.kind,
      endedById: by.id,
      endReason: reason ?? null,
      lastSeenAt: seenAt,
    },
  });
  await tx.seat.update({
    where: { userId: seat.userId },
    data: { open: false, logoutAt, streamId: null, openInteractions: 0, frameIds: [] },
  });
  return logoutAt;
}

/** No interval reaches beyond the logout. */
async function cutStates(tx: Tx, sessionId: string, logoutAt: Date) {
  await tx.$executeRaw`
    delete from state_interval i using session s
    where i.session_id = ${sessionId}::uuid and s.id = i.session_id
      and i.started_at >= ${logoutAt} and i.started_at > s.login_at`;
  await tx.$executeRaw`
    update state_interval set ended_at = ${logoutAt}
    where session_id = ${sessionId}::uuid and (ended_at is null or ended_at > ${logoutAt})`;
}

export type TimesInState = {
  readyMs: bigint;
  notReadyMs: bigint;
  busyMs: bigint;
  afterCallWorkMs: bigint;
  unknownMs: bigint;
};

/** How long the session was in each state up to `until`, in milliseconds. */
export async function timesInState(tx: Tx, sessionId: string, until: Date): Promise<TimesInState> {
  const rows = await tx.$queryRaw<{ state: string; ms: bigint }[]>`
    select state::text, sum((extract(epoch from coalesce(ended_at, ${until}) - started_at) * 1000)::bigint)::bigint as ms
    from state_interval where session_id = ${sessionId}::uuid group by state`;
  const ms = new Map(rows.map((row) => [row.state, row.ms]));
  return {
    readyMs: ms.get("ready") ?? 0n,
    notReadyMs: ms.get("not_ready") ?? 0n,
    busyMs: ms.get("busy") ?? 0n,
    afterCallWorkMs: ms.get("after_call_work") ?? 0n,
    unknownMs: 0n,
  };
}
