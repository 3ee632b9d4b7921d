import type { NoticeView } from "./notices";

type Frame =
  | ({ type: "notice" } & NoticeView)
  | { type: "notice.withdrawn"; noticeId: string }
  | { type: "drain"; noticeId: string; until: string | null };

/** What an app has been told of its notices: it hears what is new or other than before, and what is gone. */
export function openNoticeLine(send: (frame: Frame) => void) {
  let told = new Map<string, string>();
  let syncs = 0;

  return {
    /** Goes up at every answer to a sync: what was read before one is older than what that told. */
    get syncs() {
      return syncs;
    },
    /** The answer to a sync told all of it. */
    synced(notices: readonly NoticeView[]) {
      syncs++;
      told = new Map(notices.map((notice) => [notice.noticeId, JSON.stringify(notice)]));
    },
    tell(notices: readonly NoticeView[], readAtSync: number) {
      if (readAtSync !== syncs) return;
      const standing = new Map(notices.map((notice) => [notice.noticeId, JSON.stringify(notice)]));
      for (const noticeId of told.keys())
        if (!standing.has(noticeId)) send({ type: "notice.withdrawn", noticeId });
      for (const notice of notices) {
        const { noticeId, draining, signOutAt } = notice;
        if (told.get(noticeId) === standing.get(noticeId)) continue;
        send({ type: "notice", ...notice });
        if (draining) send({ type: "drain", noticeId, until: signOutAt });
      }
      told = standing;
    },
  };
}
