import { z } from "zod";
import { Cause, Certainty } from "@/prisma/generated/enums";
import { logoutType } from "./cause";
import { deviceCode, deviceLabel } from "./device-names";
import type { SessionRow } from "./history";
import { appName, osLabel, platformName } from "./labels";

const time = z.iso.datetime();
const durationMs = z.int().min(0);

/** A session as admin API and gateway give it: times RFC 3339 in UTC, durations in ms. */
export const SessionJson = z.strictObject({
  sessionId: z.uuid(),
  app: z.enum(["Mobile", "Agent Desktop"]),
  platform: z.enum(["Mobile", "Desktop"]),
  version: z.string(),
  build: z.string().nullable(),
  os: z.string().nullable(),
  device: z.string().nullable(),
  deviceCode: z.string().nullable(),
  ip: z.string().nullable(),
  team: z.string(),
  login: time,
  logout: time.nullable(),
  endedAt: time.nullable(),
  cause: z.enum(Cause).nullable(),
  logoutType: z.enum(["normal", "timeout", "supervisor", "system"]).nullable(),
  endedBy: z.string().nullable(),
  certainty: z.enum(Certainty).nullable(),
  lastSeen: time,
  readyMs: durationMs,
  notReadyMs: durationMs,
  busyMs: durationMs,
  afterCallWorkMs: durationMs,
  unknownMs: durationMs,
});
export type SessionJson = z.output<typeof SessionJson>;

export function sessionJson(session: SessionRow): SessionJson {
  return {
    sessionId: session.id,
    app: appName(session.platform),
    platform: platformName(session.platform),
    version: session.version,
    build: session.build,
    os: osLabel(session),
    device: deviceLabel(session),
    deviceCode: deviceCode(session),
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
