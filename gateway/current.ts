import { db } from "@/lib/db";
import { reasonsOf } from "@/lib/reasons/queries";
import type { LockedSeat } from "@/lib/seats/fold";
import { type Interaction, phaseOf } from "@/lib/seats/interactions";
import { readInteractions, readOpenSeats } from "@/lib/seats/lock";
import { appLabel } from "@/lib/sessions/labels";
import type { TokenSession } from "@/lib/sessions/queries";
import { nameOf } from "./ended";
import { loggingOf } from "./logging";
import { noticesOf } from "./notices";
import { states, texts } from "./texts";

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
    logging: await loggingOf(session.id),
  };
}

type Forced = Pick<LockedSeat, "reason" | "forcedAt" | "forcedByKind" | "forcedById"> & {
  state: LockedSeat["state"] | null;
};

/** A forced state that the app has not answered yet, and by whom: null where a rule did it. */
export async function forcedView({ state, reason, forcedAt, ...forced }: Forced) {
  if (!forcedAt) return null;
  const somebody = async () => (await nameOf(forced.forcedById)) ?? texts("ended.administrator");
  const by = forced.forcedByKind === "rule" ? null : await somebody();
  const message =
    by === null ? texts("forced.update") : texts("forced.by", { by, state: stateLabel(state, reason) });
  return { state, reason, by, message, at: forcedAt.toISOString() };
}

function stateLabel(state: Forced["state"], reason: string | null) {
  const name = states(state ?? "not_ready");
  return reason === null ? name : `${name}: ${reason}`;
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
