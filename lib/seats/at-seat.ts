import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { db, type Tx } from "@/lib/db";
import { fail } from "@/lib/result";
import { findByUsername } from "@/lib/users/queries";
import { isOpen, lockSeat, type OpenSeat } from "./lock";

type Whose = {
  username: string;
  /** The session that is meant: another one is left alone. */
  sessionId?: string | undefined;
  evenOnInteraction: boolean;
};

/** Acts at the open seat of a user whom the actor may reach, under its lock; on an interaction only if that is meant. */
export async function atOpenSeat<R>(
  actor: Actor,
  permission: Permission,
  { username, sessionId, evenOnInteraction }: Whose,
  act: (tx: Tx, seat: OpenSeat) => Promise<R>,
) {
  authorize(actor, permission);
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");

  return db.$transaction(async (tx) => {
    const seat = await lockSeat(tx, user.id);
    if (!isOpen(seat)) return fail("not-signed-in");
    if (sessionId && sessionId !== seat.sessionId) return fail("signed-in-elsewhere");
    if (seat.openInteractions > 0 && !evenOnInteraction) return fail("on-interaction");
    return act(tx, seat);
  });
}
