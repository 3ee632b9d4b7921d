import { beforeEach, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { beat, recordSigns } from "@/lib/seats/beat";
import { sweepSchedule } from "@/lib/sessions/sweep";
import { changeSettings } from "@/lib/settings/commands";
import { changeTeam } from "@/lib/teams/commands";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { person, sessionsOf, signedIn, tell } from "./people";

let clock: Awaited<ReturnType<typeof passInClock>>;
let user: User;

const evening = new Date("2026-11-22T20:00:00Z");

beforeEach(async () => {
  clock = await passInClock(evening);
  await db.gatewayBeat.deleteMany();
  await beat();
  user = await person();
  // 03:00 in Berlin is six hours away.
  await changeSettings(bootstrapToken, { dailySignOutAt: "03:00" });
  return () => changeSettings(bootstrapToken, { dailySignOutAt: null });
});
const only = async () => (await sessionsOf(user.id))[0];
const session = async () => ({ id: (await only())?.id ?? "", userId: user.id });
/** Time passes, with gateways and the app in touch. */
async function keepInTouch(seconds: number) {
  await clock.advance(seconds);
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
  await recordSigns([{ userId: user.id, sessionId: (await session()).id, agedMs: 0 }]);
}

test("signs everybody out at its time, and nobody before or afterwards", async () => {
  await signedIn(user.username);
  await keepInTouch(5.99 * 3600);
  await sweepSchedule();
  expect(await only()).toMatchObject({ logoutAt: null });
  await keepInTouch(0.01 * 3600);
  await sweepSchedule();
  expect(await only()).toMatchObject({ cause: "daily_schedule", certainty: "exact", endedByKind: "rule" });
  await signedIn(user.username);
  await sweepSchedule();
  expect((await sessionsOf(user.id))[1]).toMatchObject({ logoutAt: null });
});

test("waits for the end of an interaction", async () => {
  await signedIn(user.username);
  const call = { type: "interaction", interactionId: "call", channel: "voice", direction: "inbound" };
  await tell(await session(), { ...call, phase: "started" });
  await keepInTouch(6 * 3600);
  await sweepSchedule();
  expect(await only()).toMatchObject({ logoutAt: null });
  await tell(await session(), { ...call, phase: "ended" });
  await sweepSchedule();
  expect(await only()).toMatchObject({ cause: "daily_schedule" });
});

test("a time set a moment ago counts from its next turn", async () => {
  await signedIn(user.username);
  await keepInTouch(3600);
  await changeSettings(bootstrapToken, { dailySignOutAt: "21:30" });
  await sweepSchedule();
  expect(await only()).toMatchObject({ logoutAt: null });
  await changeTeam(bootstrapToken, { id: user.teamId, dailySignOutAt: "21:45" });
  await sweepSchedule();
  expect(await only()).toMatchObject({ logoutAt: null });
  await changeTeam(bootstrapToken, { id: user.teamId, dailySignOutAt: null });
});
