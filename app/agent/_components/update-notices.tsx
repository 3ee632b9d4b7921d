import type { Working } from "./phase";
import { UpdateNotice } from "./update-notice";
import type { Work } from "./use-work";

type UpdateNoticesProps = { working: Working; work: Work; className: string };

/** Updates of this app that the person is told of. */
export function UpdateNotices({ working, work, className }: UpdateNoticesProps) {
  return working.session.notices.map((notice) => (
    <UpdateNotice key={notice.noticeId} notice={notice} working={working} work={work} className={className} />
  ));
}
