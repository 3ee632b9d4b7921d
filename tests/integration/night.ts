import { beforeAll, beforeEach } from "vitest";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import { passInClock } from "./clock";

/** Half past one in Berlin: the day is ninety minutes old. */
export const night = new Date("2026-11-22T00:30:00Z");
export const minuteMs = 60_000;

/** Each test of a file begins at that moment, with gateways that are there all the while. */
export function atNight() {
  let clock: Awaited<ReturnType<typeof passInClock>>;

  beforeAll(async () => {
    clock = await passInClock(night);
  });
  beforeEach(async () => {
    await clock.set(night);
    await db.gatewayBeat.deleteMany();
    await beat();
  });

  return {
    set: (at: Date) => clock.set(at),
    /** Time passes, in minutes. */
    async wait(minutes: number) {
      await clock.advance(minutes * 60);
      await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
    },
  };
}
