import { logoutType } from "./cause";
import { appName, deviceLabel, osLabel, platformName } from "./labels";
import type { SessionRow } from "./queries";

/** A session as admin API and gateway give it: times RFC 3339 in UTC, durations in ms. */
export function sessionJson(session: SessionRow) {
  return {
    sessionId: session.id,
    app: appName(session.platform),
    platform: platformName(session.platform),
    version: session.version,
    build: session.build,
    os: osLabel(session),
    device: deviceLabel(session),
    ip: session.ip,
    team: session.team.name,
    login: session.loginAt.toISOString(),
    logout: session.logoutAt?.toISOString() ?? null,
    endedAt: session.endedAt?.toISOString() ?? null,
    cause: session.cause,
    logoutType: session.cause && logoutType[session.cause],
    endedBy: session.endedByName,
    certainty: session.certainty,
    lastSeen: session.lastSeenAt.toISOString(),
    readyMs: Number(session.readyMs),
    notReadyMs: Number(session.notReadyMs),
    busyMs: Number(session.busyMs),
    afterCallWorkMs: Number(session.afterCallWorkMs),
    unknownMs: Number(session.unknownMs),
  };
}
