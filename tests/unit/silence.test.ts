import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { contact, heartbeatSeconds, leaseExpired, leaseOf, longSilent } from "@/lib/seats/silence";

const at = (seconds: number) => new Date(seconds * 1000);
const long = at(-1_000_000);
const desktop = { lastSeenAt: at(0), leaseSeconds: 60, heartbeatSeconds: 15 };
const phone = { lastSeenAt: at(0), leaseSeconds: null, heartbeatSeconds: 30 };

describe("a lease", () => {
  test("holds up to its last millisecond", () => {
    expect(leaseExpired(desktop, long, at(60))).toBe(false);
    expect(leaseExpired(desktop, long, at(60.001))).toBe(true);
  });

  test("starts anew after an outage of all gateways", () => {
    expect(leaseExpired(desktop, at(1000), at(1059))).toBe(false);
    expect(leaseExpired(desktop, at(1000), at(1061))).toBe(true);
  });

  test("a phone has none", () => {
    expect(leaseOf("mobile", { desktopLeaseSeconds: 60 })).toBeNull();
    expect(leaseExpired(phone, long, at(1e9))).toBe(false);
  });

  test("leaves room for several heartbeats, however short", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 3600 }), (lease) => {
        expect(heartbeatSeconds(lease) * 4).toBeLessThanOrEqual(lease);
      }),
    );
  });
});

test("a phone is long silent after its silence limit, a desktop after its lease", () => {
  expect(longSilent(phone, 1800, long, at(1800))).toBe(false);
  expect(longSilent(phone, 1800, long, at(1801))).toBe(true);
  expect(longSilent(desktop, 1800, long, at(61))).toBe(true);
});

test.each([
  ["a live socket that answers", true, 20, "connected"],
  ["a live socket of a gateway that was killed", true, 200, "silent"],
  ["seen within the heartbeat, without a socket", false, 30, "connected"],
  ["without a socket, within the silence limit", false, 300, "silent"],
  ["without a socket, beyond it", false, 1801, "unreachable"],
] as const)("%s", (_, connected, seconds, expected) => {
  expect(contact(phone, connected, 1800, at(seconds))).toBe(expected);
});
