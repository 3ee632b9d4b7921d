import { db } from "@/lib/db";
import { appLabel, deviceLabel } from "@/lib/sessions/labels";
import type { TokenSession } from "@/lib/sessions/queries";
import { texts } from "./texts";

/** Why a session ended, in words for its agent's screen. */
export async function endedNotice(session: TokenSession) {
  const cause = session.cause ?? "maintenance";
  const by = session.endedById === session.userId ? session.user.name : await nameOf(session.endedById);
  const message = texts(`ended.${cause}`, {
    by: by ?? texts("ended.administrator"),
    reason: session.endReason ?? "",
    place: cause === "taken_over" ? await placeNow(session.userId) : "",
  });
  return { cause, message, by, at: (session.endedAt ?? session.logoutAt)?.toISOString() ?? null };
}

async function nameOf(userId: string | null) {
  if (userId === null) return null;
  const user = await db.user.findUnique({ where: { id: userId }, select: { name: true } });
  return user?.name ?? null;
}

async function placeNow(userId: string) {
  const seat = await db.seat.findUnique({ where: { userId } });
  if (!seat?.platform || !seat.version) return texts("ended.another-app");
  const device = deviceLabel(seat);
  const app = appLabel({ platform: seat.platform, version: seat.version, build: seat.build });
  return device === null ? app : `${app}, ${device}`;
}
