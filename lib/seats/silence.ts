import type { Platform } from "@/prisma/generated/enums";

export type SignOfLife = { lastSeenAt: Date; leaseSeconds: number | null; heartbeatSeconds: number };

/** How often an app must show a sign of life: several times within a lease. */
export const heartbeatSeconds = (leaseSeconds: number | null) =>
  leaseSeconds === null ? 30 : Math.min(15, leaseSeconds / 4);

/** A desktop has a lease; a phone in a pocket is silent for hours and still signed in. */
export const leaseOf = (platform: Platform, settings: { desktopLeaseSeconds: number }) =>
  platform === "desktop" ? settings.desktopLeaseSeconds : null;

/**
 * True if silence has outlived the lease. The gateways' own absence is nobody's silence: after an outage
 * (its end is `resumedAt`) every lease starts anew.
 */
export function leaseExpired(sign: SignOfLife, resumedAt: Date, now: Date): boolean {
  if (sign.leaseSeconds === null) return false;
  const from = Math.max(sign.lastSeenAt.getTime(), resumedAt.getTime());
  return now.getTime() - from > sign.leaseSeconds * 1000;
}

/** True if the app has been silent for longer than its silence limit: its last sign of life is then all that is known. */
export function longSilent(
  sign: SignOfLife,
  mobileSilenceSeconds: number,
  resumedAt: Date,
  now: Date,
): boolean {
  const limit = sign.leaseSeconds ?? mobileSilenceSeconds;
  return leaseExpired({ ...sign, leaseSeconds: limit }, resumedAt, now);
}

export type Contact = "connected" | "asleep" | "silent" | "unreachable";

/** Whether an app is in touch, from its live socket, its last sign of life and its silence limit. */
export function contact(
  sign: SignOfLife,
  connected: boolean,
  mobileSilenceSeconds: number,
  now: Date,
): Contact {
  const silentMs = now.getTime() - sign.lastSeenAt.getTime();
  const heartbeatMs = sign.heartbeatSeconds * 1000;
  // A gateway that was killed leaves its sockets marked as live: three missed heartbeats tell.
  if (silentMs <= (connected ? 3 : 1) * heartbeatMs + 1000) return "connected";
  return silentMs <= (sign.leaseSeconds ?? mobileSilenceSeconds) * 1000 ? "silent" : "unreachable";
}
