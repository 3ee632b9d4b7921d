import type { ButtonProps } from "@/components/ui/button";
import { type Actor, can } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { isOpen } from "@/lib/seats/lock";
import { appLabel } from "@/lib/sessions/labels";
import { readSettings } from "@/lib/settings/queries";
import type { UserDetails } from "@/lib/users/queries";
import { RequestLogs } from "../../../logs/_components/request-logs";

type Props = { actor: Actor; user: UserDetails; variant?: ButtonProps["variant"] };

/** Asks for the logs of this person's app, where the reader may and there is an app to ask. */
export async function AskThem({ actor, user, variant }: Props) {
  if (!can(actor, "logs:ask") || !user.roles.includes("agent") || user.disabledAt) return null;
  const { logConsent } = await readSettings(db);
  const { seat, username, name } = user;
  const session = seat && isOpen(seat) ? { id: seat.sessionId, app: appLabel(seat) } : null;
  return (
    <RequestLogs whose={{ username, name, session }} allowed={logConsent} {...(variant && { variant })} />
  );
}
