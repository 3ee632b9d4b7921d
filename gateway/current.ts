import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { appLabel } from "@/lib/sessions/labels";
import type { TokenSession } from "@/lib/sessions/queries";

/** A session as its own app sees it: the whole state, so that after a break nothing needs replaying. */
export async function currentView(session: TokenSession) {
  const seat = await db.seat.findUniqueOrThrow({ where: { userId: session.userId } });
  return {
    sessionId: session.id,
    user: { username: session.user.username, name: session.user.name, team: session.user.team.name },
    app: appLabel(session),
    /** The server's clock, for an app whose own is wrong. */
    now: (await databaseNow(db)).toISOString(),
    loginAt: session.loginAt.toISOString(),
    state: seat.state,
    reason: seat.reason,
    stateSince: seat.stateSince?.toISOString() ?? null,
    notices: [],
    logging: null,
  };
}
