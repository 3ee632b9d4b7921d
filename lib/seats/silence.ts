import type { Platform } from "@/prisma/generated/enums";

export type SignOfLife = {
  lastSeenAt: Date;
  /** Null where silence alone ends nothing (Mobile). */
  leaseSeconds: number | null;
  interactionLeaseSeconds: number | null;
};

/** How often an app must show a sign of life: several times within a lease. */
export const heartbeatSeconds = (leaseSeconds: number | null) =>
  leaseSeconds === null ? 30 : Math.min(15, leaseSeconds / 4);

type Leases = { desktopLeaseSeconds: number; interactionLeaseSeconds: number };

/** The leases of a new session. A desktop has them; a phone in a pocket is silent for hours and still signed in. */
export function leasesOf(platform: Platform, settings: Leases) {
  if (platform === "mobile") return { leaseSeconds: null, interactionLeaseSeconds: null };
  const { desktopLeaseSeconds, interactionLeaseSeconds } = settings;
  // A call never shortens a lease.
  const onInteraction = Math.max(desktopLeaseSeconds, interactionLeaseSeconds);
  return { leaseSeconds: desktopLeaseSeconds, interactionLeaseSeconds: onInteraction };
}

export const leaseNow = (sign: Omit<SignOfLife, "lastSeenAt">, onInteraction: boolean) =>
  onInteraction ? sign.interactionLeaseSeconds : sign.leaseSeconds;

/** When a silence began to count: the gateways' own absence, which ended at `resumedAt`, is nobody's. */
const silentMs = ({ lastSeenAt }: SignOfLife, resumedAt: Date, now: Date) =>
  now.getTime() - Math.max(lastSeenAt.getTime(), resumedAt.getTime());

/** True if silence has outlived the lease. After an outage every lease starts anew. */
export function leaseExpired(sign: SignOfLife, onInteraction: boolean, resumedAt: Date, now: Date): boolean {
  const lease = leaseNow(sign, onInteraction);
  return lease !== null && silentMs(sign, resumedAt, now) > lease * 1000;
}

/** Why a session may end for its silence alone; null while it may go on. */
export function endOfSilence(
  sign: SignOfLife,
  onInteraction: boolean,
  {
    resumedAt,
    now,
    mobileInactivitySeconds,
  }: { resumedAt: Date; now: Date; mobileInactivitySeconds: number },
): "connection_lost" | "inactivity" | null {
  if (sign.leaseSeconds !== null)
    return leaseExpired(sign, onInteraction, resumedAt, now) ? "connection_lost" : null;
  return silentMs(sign, resumedAt, now) > mobileInactivitySeconds * 1000 ? "inactivity" : null;
}

/** True if the app has been silent for longer than its silence limit: what it did meanwhile is unknown. */
export function longSilent(
  sign: SignOfLife,
  onInteraction: boolean,
  { resumedAt, now, mobileSilenceSeconds }: { resumedAt: Date; now: Date; mobileSilenceSeconds: number },
): boolean {
  const limit = leaseNow(sign, onInteraction) ?? mobileSilenceSeconds;
  return silentMs(sign, resumedAt, now) > limit * 1000;
}

export const contacts = ["connected", "asleep", "silent", "unreachable"] as const;
export type Contact = (typeof contacts)[number];

type InTouch = {
  connected: boolean;
  /** A push would wake it. */
  woken: boolean;
  onInteraction: boolean;
  mobileSilenceSeconds: number;
  now: Date;
};

/** Whether an app is in touch, from its live socket, its last sign of life, its silence limit and what a push would do. */
export function contact(
  sign: SignOfLife & { heartbeatSeconds: number },
  { connected, woken, onInteraction, mobileSilenceSeconds, now }: InTouch,
): Contact {
  const quietMs = now.getTime() - sign.lastSeenAt.getTime();
  const heartbeatMs = sign.heartbeatSeconds * 1000;
  // A gateway that was killed leaves its sockets marked as live: three missed heartbeats tell.
  if (quietMs <= (connected ? 3 : 1) * heartbeatMs + 1000) return "connected";
  // What has a socket, however dead, is not pushed to.
  if (woken && !connected) return "asleep";
  const limit = leaseNow(sign, onInteraction) ?? mobileSilenceSeconds;
  return quietMs <= limit * 1000 ? "silent" : "unreachable";
}
