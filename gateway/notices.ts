import { inBatches } from "@/lib/batches";
import { type Deed, storeDeeds } from "@/lib/notices/deeds";
import { type StandingNotice, standingByTurn } from "@/lib/notices/queries";
import type { NoticeFrame } from "@/lib/notices/schema";
import { systemLabel } from "@/lib/releases/os";
import { releaseView } from "./release";
import { texts, writtenOnce } from "./texts";

const once = writtenOnce();

/** A notice as apps are told of it. */
export type NoticeView = ReturnType<typeof noticeView>;

/** `signOutAt` moves while an interaction is open: then it is when the wait for it ends, null where nothing limits it. */
export function noticeView({ id, kind, packaged, release, minimumOs, locale, ...notice }: StandingNotice) {
  const draining = notice.drainingAt !== null;
  const signOutAt = draining ? notice.drainUntil : notice.signOutAt;
  const distribution = packaged ? ("package" as const) : ("store" as const);
  const reason = minimumOs === null ? kind : ("os-too-old" as const);
  const key = draining ? ("draining" as const) : (`${reason}-${distribution}` as const);
  const { version } = release;
  const os = minimumOs === null ? "" : systemLabel(minimumOs, release.channel);
  return {
    noticeId: id,
    kind,
    release: releaseView(release, { toBeHad: !packaged && minimumOs === null, locale }),
    distribution,
    minimumOs,
    toldAt: notice.toldAt.toISOString(),
    signOutAt: signOutAt?.toISOString() ?? null,
    draining,
    message: once([key, version, os], () => texts(`notice.${key}`, { version, os })),
  };
}

// Whoever asks at the same moment is looked up together: a publish reaches thousands.
const lookUps = inBatches(standingByTurn, { most: 1000 });
// Their answers come while others are still being told: stored ten times a second, they keep nobody waiting.
const deeds = inBatches(storeHeard, { most: 1000, everyMs: 100 });

type Heard = { deed: Deed; heardMs: number };

/** What waited here is dated back by that. */
function storeHeard(heard: readonly Heard[]) {
  const now = performance.now();
  return storeDeeds(
    heard.map(({ deed, heardMs }) => ({ ...deed, agedMs: Math.round(deed.agedMs + now - heardMs) })),
  );
}

/** What stands on the screen of a session's app. */
export const noticesOf = async (sessionId: string): Promise<NoticeView[]> =>
  (await lookUps.add(sessionId)).map(noticeView);

/** Stores what an app told of a notice; false where it was never told of one like that. */
export const tellDeed = ({ id }: { id: string }, { noticeId, action, ageMs }: NoticeFrame) =>
  deeds.add({ deed: { sessionId: id, noticeId, action, agedMs: ageMs }, heardMs: performance.now() });
