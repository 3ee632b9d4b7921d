import { db } from "@/lib/db";
import { reasonsOf } from "@/lib/reasons/queries";
import type { LockedSeat } from "@/lib/seats/fold";
import { type Interaction, phaseOf } from "@/lib/seats/interactions";
import { readInteractions, readOpenSeats } from "@/lib/seats/lock";
import { appLabel } from "@/lib/sessions/labels";
import type { TokenSession } from "@/lib/sessions/queries";
import { nameOf } from "./ended";
import { noticesOf } from "./notices";
import { texts } from "./texts";

/** A session as its own app sees it, read now; null where it is over. */
export async function currentView(session: TokenSession) {
  const [row] = await readOpenSeats(db, [session.userId]);
  if (row?.sessionId !== session.id) return null;
  const interactions = (await readInteractions(db, [session.id], [])).get(session.id) ?? new Map();
  return viewOf(session, { ...row, interactions }, row.now);
}

/** The whole state, so that after a break nothing needs replaying. `now` is the server's clock, for an app whose own is wrong. */
export async function viewOf(session: TokenSession, seat: LockedSeat, now: Date) {
  const open = [...seat.interactions.values()].filter(({ endedAt }) => endedAt === null);
  return {
    sessionId: session.id,
    user: { username: session.username, name: session.name, team: session.team },
    app: appLabel(session),
    now: now.toISOString(),
    loginAt: session.loginAt.toISOString(),
    state: seat.state,
    reason: seat.reason,
    stateSince: seat.stateSince.toISOString(),
    forced: await forcedView(seat),
    interactions: open.map(interactionView),
    notReadyReasons: await reasonsOf(db, session.teamId),
    notices: await noticesOf(session.id),
    logging: null,
  };
}

type Forced = Pick<LockedSeat, "reason" | "forcedAt" | "forcedById"> & { state: LockedSeat["state"] | null };

/** A forced state that the app has not answered yet, and by whom. */
export async function forcedView({ state, reason, forcedAt, forcedById }: Forced) {
  if (!forcedAt) return null;
  const by = (await nameOf(forcedById)) ?? texts("ended.administrator");
  return { state, reason, by, at: forcedAt.toISOString() };
}

const interactionView = (one: Interaction) => ({
  interactionId: one.externalId,
  phase: phaseOf(one),
  channel: one.channel,
  direction: one.direction,
  service: one.service,
  offeredAt: one.offeredAt?.toISOString() ?? null,
  startedAt: one.startedAt?.toISOString() ?? null,
});
