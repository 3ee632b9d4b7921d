import { beforeAll, beforeEach } from "vitest";
import { db } from "@/lib/db";
import { beat } from "@/lib/seats/beat";
import type { User } from "@/prisma/generated/client";
import { passInClock } from "./clock";
import { person, signedIn } from "./people";
import { withdrawAll } from "./releases";

export const start = new Date("2026-11-26T12:00:00Z");
export const hours = (count: number) => new Date(start.getTime() + count * 3_600_000);
export const minutes = (count: number) => hours(count / 60);

/** Each test begins at noon, with one person signed in on an older version and nobody else. */
export function eachAtNoon() {
  let user: User;
  let clock: Awaited<ReturnType<typeof passInClock>>;

  beforeAll(async () => {
    clock = await passInClock(start);
  });

  beforeEach(async () => {
    await clock.set(start);
    await withdrawAll();
    await db.seat.updateMany({ data: { open: false, logoutAt: start } });
    await db.installation.deleteMany();
    user = await person();
    await beat();
    await signedIn(user.username);
  });
  return {
    get user() {
      return user;
    },
    get clock() {
      return clock;
    },
  };
}
