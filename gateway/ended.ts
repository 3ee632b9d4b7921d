import { db } from "@/lib/db";
import { causeKey } from "@/lib/sessions/cause";
import { deviceLabel } from "@/lib/sessions/device-names";
import { appLabel } from "@/lib/sessions/labels";
import { type SessionOfUser, sessionAfter } from "@/lib/sessions/queries";
import { texts } from "./texts";

/** Why a session ended, in words for its agent's screen. */
export async function endedNotice(session: SessionOfUser) {
  const cause = session.cause ?? "maintenance";
  const by = await enderOf(session);
  const message = texts(`ended.${causeKey(session) ?? cause}`, {
    by: by ?? texts("ended.administrator"),
    reason: session.endReason ?? "",
    place: cause === "taken_over" ? await placeAfter(session) : "",
  });
  return { cause, message, by, at: session.logoutAt?.toISOString() ?? null };
}

/** Who ended it; null where a rule did. */
async function enderOf({ userId, user, endedById, endedByKind }: SessionOfUser) {
  if (endedById === userId) return user.name;
  return (await nameOf(endedById)) ?? (endedByKind === "rule" ? null : texts("ended.administrator"));
}

export async function nameOf(userId: string | null) {
  if (userId === null) return null;
  const user = await db.user.findUnique({ where: { id: userId }, select: { name: true } });
  return user?.name ?? null;
}

async function placeAfter(session: SessionOfUser) {
  const next = await sessionAfter(session);
  if (!next) return texts("ended.another-app");
  const device = deviceLabel(next);
  return device === null ? appLabel(next) : `${appLabel(next)}, ${device}`;
}
