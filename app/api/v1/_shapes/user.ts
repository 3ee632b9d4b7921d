import { contact } from "@/lib/seats/silence";
import { appLabel, appName, browserLabel, osLabel, platformName } from "@/lib/sessions/labels";
import type { UserDetails } from "@/lib/users/queries";

/** A user as the admin API gives it. `seat` is null for one who never signed in. */
export function userJson(user: UserDetails) {
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

function seatJson({ seat, sign, mobileSilenceSeconds, now }: UserDetails) {
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
    device: seat.device,
    browser: browserLabel(seat),
    ip: seat.ip,
    since: seat.loginAt?.toISOString() ?? null,
    lastSeen: sign.lastSeenAt.toISOString(),
    contact: seat.open
      ? contact(sign, { connected: seat.streamId !== null, onInteraction, mobileSilenceSeconds, now })
      : null,
    state: seat.open ? seat.state : null,
    reason: seat.open ? seat.reason : null,
    stateSince: seat.open ? (seat.stateSince?.toISOString() ?? null) : null,
    onInteraction,
  };
}
