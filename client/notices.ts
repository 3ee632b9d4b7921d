import type { Notice, NoticeAction } from "./protocol";

/** What the notices of a session become by one that is new, or other than before. */
export const withNotice = (notices: readonly Notice[], notice: Notice): readonly Notice[] => {
  const isIt = ({ noticeId }: Notice) => noticeId === notice.noticeId;
  return notices.some(isIt) ? notices.map((one) => (isIt(one) ? notice : one)) : [...notices, notice];
};

export const withoutNotice = (notices: readonly Notice[], noticeId: string): readonly Notice[] =>
  notices.filter((notice) => notice.noticeId !== noticeId);

/** A recommended one that the person put off is off the screen before anybody hears of it. */
export const afterAction = (
  notices: readonly Notice[],
  { noticeId, action }: { noticeId: string; action: NoticeAction },
): readonly Notice[] =>
  action === "later"
    ? notices.filter((notice) => notice.noticeId !== noticeId || notice.kind === "mandatory")
    : notices;
