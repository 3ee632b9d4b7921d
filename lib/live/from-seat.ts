import { deviceLabel } from "@/lib/sessions/device-names";
import { appLabel, osLabel } from "@/lib/sessions/labels";
import { isKnownVersion } from "@/lib/versions/key";
import { outdatedOf } from "./outdated";
import type { LiveRow } from "./row";

type UserPart = Pick<LiveRow, "id" | "username" | "name" | "team" | "teamId" | "roles" | "disabled">;

/** A seat as the database has it. */
type SeatPart = Pick<LiveRow, "open" | "sessionId" | "platform" | "state" | "reason"> &
  Parameters<typeof osLabel>[0] &
  Parameters<typeof deviceLabel>[0] & {
    revision: number | bigint;
    version: string | null;
    build: string | null;
    loginAt: Date | null;
    logoutAt: Date | null;
    stateSince: Date | null;
    openInteractions: number;
    installation: Parameters<typeof outdatedOf>[0];
  };

/** What the feed tells of somebody's seat, in the words that screens show. */
export function fromSeat(
  { id, username, name, team, teamId, roles, disabled }: UserPart,
  seat: SeatPart,
): LiveRow {
  const { open, sessionId, platform, version, build, state, reason } = seat;
  return {
    id,
    revision: Number(seat.revision),
    username,
    name,
    team,
    teamId,
    roles,
    disabled,
    open,
    sessionId,
    platform,
    app: platform && version ? appLabel({ platform, version, build }) : null,
    versionKnown: version === null || isKnownVersion(version),
    outdated: outdatedOf(seat.installation),
    os: osLabel(seat),
    device: deviceLabel(seat),
    loginAt: seat.loginAt?.toISOString() ?? null,
    logoutAt: seat.logoutAt?.toISOString() ?? null,
    state,
    reason,
    stateSince: seat.stateSince?.toISOString() ?? null,
    onInteraction: seat.openInteractions > 0,
  };
}
