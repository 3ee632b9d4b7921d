import { isKnownVersion } from "@/lib/releases/version";
import { causeKey } from "@/lib/sessions/cause";
import { appLabel, appName, deviceLabel, osLabel } from "@/lib/sessions/labels";
import { formatPosition } from "@/lib/sessions/position";
import type { SessionRow } from "@/lib/sessions/queries";

/** One session as the history shows it; times in UTC, durations in ms. */
export function toHistoryRow(session: SessionRow) {
  return {
    id: session.id,
    position: formatPosition(session),
    login: session.loginAt.toISOString(),
    logout: session.logoutAt?.toISOString() ?? null,
    endedAt: session.endedAt?.toISOString() ?? null,
    mobile: session.platform === "mobile",
    appName: appName(session.platform),
    app: appLabel(session),
    versionKnown: isKnownVersion(session.version),
    device: deviceLabel(session),
    os: osLabel(session),
    cause: causeKey(session),
    endedBy: session.endedByName,
    takenOverBy: session.takenOverBy ? appName(session.takenOverBy) : null,
    reason: session.endReason,
    lastSeen: session.certainty === "last_seen",
  };
}
export type HistoryRow = ReturnType<typeof toHistoryRow>;
