import { causeKey } from "@/lib/sessions/cause";
import { deviceCode, deviceLabel } from "@/lib/sessions/device-names";
import type { SessionRow } from "@/lib/sessions/history";
import { appLabel, appName, browserLabel, osLabel } from "@/lib/sessions/labels";
import { formatPosition } from "@/lib/sessions/position";
import { isKnownVersion } from "@/lib/versions/key";

/** One session as the history and its panel show it; times in UTC, durations in ms. */
export function toHistoryRow(session: SessionRow) {
  const { replacedBy, resumedFrom, resumedBy } = session;
  return {
    id: session.id,
    position: formatPosition(session),
    login: session.loginAt.toISOString(),
    logout: session.logoutAt?.toISOString() ?? null,
    endedAt: session.endedAt?.toISOString() ?? null,
    lastSeenAt: session.lastSeenAt.toISOString(),
    mobile: session.platform === "mobile",
    appName: appName(session.platform),
    app: appLabel(session),
    versionKnown: isKnownVersion(session.version),
    device: deviceLabel(session),
    deviceCode: deviceCode(session),
    browser: browserLabel(session),
    os: osLabel(session),
    ip: session.ip,
    userAgent: session.userAgent,
    team: session.team.name,
    cause: causeKey(session),
    endedBy: session.endedByName,
    endedByKind: session.endedByKind,
    endedByAgent: session.endedById === session.userId,
    reason: session.endReason,
    lastSeen: session.certainty === "last_seen",
    reportedLate: session.reportedLate,
    replacedBy: replacedBy && {
      id: replacedBy.id,
      place: [appLabel(replacedBy), deviceLabel(replacedBy)].filter((part) => part !== null).join(", "),
    },
    resumedFrom: resumedFrom && { id: resumedFrom.id, at: resumedFrom.logoutAt?.toISOString() ?? null },
    resumedBy: resumedBy && { id: resumedBy.id, at: resumedBy.loginAt.toISOString() },
    times: {
      ready: Number(session.readyMs),
      busy: Number(session.busyMs),
      after_call_work: Number(session.afterCallWorkMs),
      not_ready: Number(session.notReadyMs),
      unknown: Number(session.unknownMs),
    },
  };
}
export type HistoryRow = ReturnType<typeof toHistoryRow>;
