import { beforeAll, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { sweepSilent } from "@/lib/sessions/sweep";
import { changeSettings } from "@/lib/settings/commands";
import { foresee } from "@/lib/settings/consequences";
import { changeTeam } from "@/lib/teams/commands";
import { passInClock } from "./clock";
import { desktop, person, phone, signedIn } from "./people";

let clock: Awaited<ReturnType<typeof passInClock>>;

beforeAll(async () => {
  clock = await passInClock(new Date("2026-11-22T12:00:00Z"));
  await beat();
});

const openSeats = () => db.seat.count({ where: { open: true } });
const figures = async (patch: Parameters<typeof foresee>[1]) => (await foresee(bootstrapToken, patch)).value;

test("what a change would do now, in figures, and what it then does", async () => {
  const [pocket, desk, late] = [await person(), await person(), await person({ team: "Sales" })];
  await signedIn(pocket.username, { client: phone });
  await signedIn(desk.username, { client: desktop });
  await clock.advance(7200);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
  await signedIn(late.username, { client: { ...phone, version: "nightly" } });

  expect(await figures({ resumeMinutes: 5 })).toEqual({});
  expect(await figures({ desktopLeaseSeconds: 30 })).toEqual({ keepTheirLease: 1 });
  expect(await figures({ unknownVersion: "block" })).toEqual({ unknownVersions: 1 });
  expect(await figures({ dailySignOutAt: "03:00" })).toEqual({
    dailySignOut: { firstAt: "2026-11-23T02:00:00.000Z", signedIn: 3, ownTimes: 0 },
  });
  await changeTeam(bootstrapToken, { id: late.teamId, dailySignOutAt: "05:00" });
  expect(await figures({ dailySignOutAt: "03:00", timeZone: "America/New_York" })).toEqual({
    dailySignOut: { firstAt: "2026-11-23T08:00:00.000Z", signedIn: 2, ownTimes: 1 },
  });
  expect(await figures({ dailySignOutAt: null })).toMatchObject({ dailySignOut: { firstAt: null } });

  expect(await figures({ mobileInactivitySeconds: 7200 })).toEqual({ signedOutAtOnce: 0 });
  expect(await figures({ mobileInactivitySeconds: 3600 })).toEqual({ signedOutAtOnce: 1 });
  const before = await openSeats();
  await changeSettings(bootstrapToken, { mobileInactivitySeconds: 3600, desktopLeaseSeconds: 3600 });
  await sweepSilent();
  // The desktop, too, was silent beyond its lease.
  expect(await openSeats()).toBe(before - 2);
});

test("a supervisor is refused", async () => {
  const supervisor = { kind: "person", id: crypto.randomUUID(), roles: ["supervisor"], scope: [] } as const;
  await expect(foresee(supervisor, { desktopLeaseSeconds: 30 })).rejects.toMatchObject({
    code: "not-allowed",
  });
});
