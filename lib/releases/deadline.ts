import { earlier } from "@/lib/clock";
import { buckets } from "./bucket";

/** How people are signed out for a mandatory release: shares of each team one after the other, all at once, or when they go. */
export type SignOut =
  | { mode: "waves"; wavePercent: number; waveMinutes: number }
  | { mode: "at_once" }
  | { mode: "next_sign_out"; by: Date };

const minuteMs = 60_000;

/** At most so long after an interaction is for wrapping up. */
export const wrapUpMs = 2 * minuteMs;

/** So long after its work item a team on package deployment is updated, unless its owner moves the date. */
export const packageDays = 7;

/** Which wave a place among `buckets` belongs to; the first is 0. */
export const waveOf = (bucket: number, signOut: SignOut) =>
  signOut.mode === "waves" ? Math.floor(bucket / ((signOut.wavePercent / 100) * buckets)) : 0;

type Told = {
  /** Since when the release is mandatory for this person, and since when they know. */
  sinceMs: number;
  toldMs: number;
  graceMinutes: number;
  signOut: SignOut;
  wave: number;
};

/** When somebody who is signed in is signed out, interactions aside. It never moves closer by itself. */
export function signOutMs({ sinceMs, toldMs, graceMinutes, signOut, wave }: Told): number {
  const afterGrace = Math.max(sinceMs, toldMs) + graceMinutes * minuteMs;
  if (signOut.mode === "waves") return afterGrace + wave * signOut.waveMinutes * minuteMs;
  return signOut.mode === "at_once" ? afterGrace : Math.max(afterGrace, signOut.by.getTime());
}

export type Interactions = {
  /** Whether a voice or chat interaction is open in an app that is not silent beyond its limit. */
  open: boolean;
  /** When the last one ended; null where there was none. */
  endedAt: Date | null;
};

export type Pending = {
  signOutAt: Date;
  hardLimitMinutes: number | null;
  /** When its person said that they update now, where they did: no limit comes closer by it. */
  acknowledgedAt?: Date | null;
};

export type SignOutNow =
  | { kind: "not-yet"; at: Date }
  /** Takes no new work; `until` is null where no hard limit is set and an interaction is open. */
  | { kind: "drain"; until: Date | null }
  | { kind: "sign-out" };

/** What a deadline means at this moment: an open interaction moves it to its end and a wrap-up, up to the hard limit. */
export function signOutNow(
  { signOutAt, hardLimitMinutes, acknowledgedAt = null }: Pending,
  { open, endedAt }: Interactions,
  now: Date,
): SignOutNow {
  const dueAt = earlier(signOutAt, acknowledgedAt ?? signOutAt);
  if (now < dueAt) return { kind: "not-yet", at: dueAt };
  const limitMs = hardLimitMinutes === null ? Infinity : signOutAt.getTime() + hardLimitMinutes * minuteMs;
  // Whoever was on nothing when their time came has nothing to wrap up.
  const wrappedMs = endedAt && endedAt > dueAt ? endedAt.getTime() + wrapUpMs : dueAt.getTime();
  const untilMs = Math.min(limitMs, open ? Infinity : wrappedMs);
  if (untilMs <= now.getTime()) return { kind: "sign-out" };
  return { kind: "drain", until: untilMs === Infinity ? null : new Date(untilMs) };
}
