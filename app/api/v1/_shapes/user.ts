import { z } from "zod";
import { wokenByPush } from "@/lib/push/reach";
import { contact, contacts } from "@/lib/seats/silence";
import { deviceCode, deviceName } from "@/lib/sessions/device-names";
import { SessionJson } from "@/lib/sessions/json";
import { appLabel, appName, browserLabel, osLabel, platformName } from "@/lib/sessions/labels";
import { line } from "@/lib/text";
import type { UserDetails } from "@/lib/users/queries";
import { AgentState, Role } from "@/prisma/generated/enums";
import { Update, updateJson } from "./update";

/** Whom an address names. */
export const WhichUser = z.strictObject({ username: line(256) });

const time = z.iso.datetime();
const { sessionId, app, platform, version, build, os, device, deviceCode: code, ip } = SessionJson.shape;

const Seat = z
  .strictObject({
    open: z.boolean(),
    sessionId: sessionId.nullable(),
    app,
    platform,
    version,
    build,
    appLabel: z.string(),
    os,
    device,
    deviceCode: code,
    browser: z.string().nullable(),
    ip,
    since: time.nullable(),
    lastSeen: time,
    contact: z.enum(contacts).nullable(),
    state: z.enum(AgentState).nullable(),
    reason: z.string().nullable(),
    stateSince: time.nullable(),
    onInteraction: z.boolean(),
    update: Update,
  })
  .meta({ id: "Seat" });

export const User = z
  .strictObject({
    username: z.string(),
    name: z.string(),
    personnelNumber: z.string().nullable(),
    email: z.string().nullable(),
    team: z.string(),
    roles: z.array(z.enum(Role)),
    supervises: z.array(z.string()),
    disabled: z.boolean(),
    seat: Seat.nullable(),
  })
  .meta({ id: "User" });

/** The session of a user, as the ledger has it. */
export const Session = SessionJson.meta({ id: "Session" });

type Shown = Pick<
  UserDetails,
  | "username"
  | "name"
  | "personnelNumber"
  | "email"
  | "team"
  | "roles"
  | "supervises"
  | "disabledAt"
  | "sign"
  | "mobileSilenceSeconds"
  | "now"
> & { seat: Omit<NonNullable<UserDetails["seat"]>, "session"> | null };

/** A user as the admin API gives it. `seat` is null for one who never signed in. */
export function userJson(user: Shown): z.input<typeof User> {
  return {
    username: user.username,
    name: user.name,
    personnelNumber: user.personnelNumber,
    email: user.email,
    team: user.team.name,
    roles: user.roles,
    supervises: user.supervises.map((row) => row.team.name),
    disabled: user.disabledAt !== null,
    seat: seatJson(user),
  };
}

function seatJson({ seat, team, sign, mobileSilenceSeconds, now }: Shown): z.input<typeof Seat> | null {
  if (!seat?.platform || !seat.version || !sign) return null;
  const { platform, version, build } = seat;
  const onInteraction = seat.openInteractions > 0;
  return {
    open: seat.open,
    sessionId: seat.sessionId,
    app: appName(platform),
    platform: platformName(platform),
    version,
    build,
    appLabel: appLabel({ platform, version, build }),
    os: osLabel(seat),
    device: seat.device === null ? null : deviceName(seat.device),
    deviceCode: deviceCode(seat),
    browser: browserLabel(seat),
    ip: seat.ip,
    since: seat.loginAt?.toISOString() ?? null,
    lastSeen: sign.lastSeenAt.toISOString(),
    contact: seat.open
      ? contact(sign, {
          connected: seat.streamId !== null,
          woken: wokenByPush(seat.installation, sign.lastSeenAt),
          onInteraction,
          mobileSilenceSeconds,
          now,
        })
      : null,
    state: seat.open ? seat.state : null,
    reason: seat.open ? seat.reason : null,
    stateSince: seat.open ? (seat.stateSince?.toISOString() ?? null) : null,
    onInteraction,
    update: updateJson(seat, team.packageDeployment),
  };
}
