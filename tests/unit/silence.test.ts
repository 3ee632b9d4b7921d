import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  contact,
  endOfSilence,
  heartbeatSeconds,
  leaseExpired,
  leasesOf,
  longSilent,
} from "@/lib/seats/silence";

const at = (seconds: number) => new Date(seconds * 1000);
const long = at(-1_000_000);
const desktop = { lastSeenAt: at(0), leaseSeconds: 60, interactionLeaseSeconds: 300, heartbeatSeconds: 15 };
const phone = { lastSeenAt: at(0), leaseSeconds: null, interactionLeaseSeconds: null, heartbeatSeconds: 30 };

describe("a lease", () => {
  test("holds up to its last millisecond", () => {
    expect(leaseExpired(desktop, false, long, at(60))).toBe(false);
    expect(leaseExpired(desktop, false, long, at(60.001))).toBe(true);
  });

  test("starts anew after an outage of all gateways", () => {
    expect(leaseExpired(desktop, false, at(1000), at(1059))).toBe(false);
    expect(leaseExpired(desktop, false, at(1000), at(1061))).toBe(true);
  });

  test("a phone has none", () => {
    expect(
      leasesOf("mobile", { desktopLeaseSeconds: 60, interactionLeaseSeconds: 300 }).leaseSeconds,
    ).toBeNull();
    expect(leaseExpired(phone, false, long, at(1e9))).toBe(false);
  });

  test("is longer while an interaction is open, and never shorter", () => {
    expect(leaseExpired(desktop, true, long, at(300))).toBe(false);
    expect(leaseExpired(desktop, true, long, at(301))).toBe(true);
    const leases = { desktopLeaseSeconds: 600, interactionLeaseSeconds: 300 };
    expect(leasesOf("desktop", leases).interactionLeaseSeconds).toBe(600);
  });

  test("leaves room for several heartbeats, however short", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3600 }), (lease) => {
        expect(heartbeatSeconds(lease) * 4).toBeLessThanOrEqual(lease);
      }),
    );
  });
});

const clock = (seconds: number) => ({ resumedAt: long, now: at(seconds), mobileSilenceSeconds: 1800 });

test("a phone is long silent after its silence limit, a desktop after its lease", () => {
  expect(longSilent(phone, false, clock(1800))).toBe(false);
  expect(longSilent(phone, false, clock(1801))).toBe(true);
  expect(longSilent(desktop, false, clock(61))).toBe(true);
  expect(longSilent(desktop, true, clock(61))).toBe(false);
});

test("silence ends a desktop with its lease, a phone after its inactivity limit", () => {
  const until = (seconds: number) => ({ resumedAt: long, now: at(seconds), mobileInactivitySeconds: 43_200 });
  expect(endOfSilence(desktop, false, until(61))).toBe("connection_lost");
  expect(endOfSilence(phone, false, until(43_200))).toBeNull();
  expect(endOfSilence(phone, false, until(43_201))).toBe("inactivity");
});

test.each([
  ["a live socket that answers", true, false, 20, "connected"],
  ["a live socket of a gateway that was killed", true, false, 200, "silent"],
  ["the same of a phone that a push would wake, were it not taken for connected", true, true, 200, "silent"],
  ["seen within the heartbeat, without a socket", false, true, 30, "connected"],
  ["without a socket, and a push would wake it", false, true, 300, "asleep"],
  ["the same for hours", false, true, 18_000, "asleep"],
  ["without a socket, within the silence limit", false, false, 300, "silent"],
  ["without a socket, beyond it", false, false, 1801, "unreachable"],
] as const)("%s", (_, connected, woken, seconds, expected) => {
  const inTouch = { connected, woken, onInteraction: false, mobileSilenceSeconds: 1800, now: at(seconds) };
  expect(contact(phone, inTouch)).toBe(expected);
});
