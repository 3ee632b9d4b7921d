import { inBatches } from "@/lib/batches";
import { causeKey } from "@/lib/sessions/cause";
import { deviceLabel } from "@/lib/sessions/device-names";
import { appLabel } from "@/lib/sessions/labels";
import { type EndedSession, findEnded, sessionAfter } from "@/lib/sessions/queries";
import { findNames } from "@/lib/users/queries";
import { texts, writtenOnce } from "./texts";

// Whoever asks at the same moment is looked up together: a deadline ends thousands.
const sessions = inBatches(findEnded, { most: 1000 });
const names = inBatches(findNames, { most: 1000 });
const once = writtenOnce();

/** Why a session ended, in words for its agent's screen; of one that is open, `at` is null. */
export async function endedNotice(sessionId: string) {
  const session = await sessions.add(sessionId);
  if (!session) throw new Error(`there is no session ${sessionId}`);
  const cause = session.cause ?? "maintenance";
  const by = await enderOf(session);
  const key = causeKey(session) ?? cause;
  const reason = session.endReason ?? "";
  const place = cause === "taken_over" ? await placeAfter(session) : "";
  const message = once([key, by, reason, place], () =>
    texts(`ended.${key}`, { by: by ?? texts("ended.administrator"), reason, place }),
  );
  return { cause, message, by, at: session.logoutAt?.toISOString() ?? null };
}

/** Who ended it; null where a rule did. */
async function enderOf({ userId, name, endedById, endedByKind }: EndedSession) {
  if (endedById === userId) return name;
  return (await nameOf(endedById)) ?? (endedByKind === "rule" ? null : texts("ended.administrator"));
}

export const nameOf = async (userId: string | null) => (userId === null ? null : names.add(userId));

async function placeAfter(session: EndedSession) {
  const next = await sessionAfter(session);
  if (!next) return texts("ended.another-app");
  const device = deviceLabel(next);
  return device === null ? appLabel(next) : `${appLabel(next)}, ${device}`;
}
