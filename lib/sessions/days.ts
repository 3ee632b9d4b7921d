import { Temporal } from "temporal-polyfill";
import type { Platform } from "@/prisma/generated/enums";

export type Stay = { platform: Platform; from: Date; to: Date };

/** A day of a zone's calendar, `2026-11-22`, and how long somebody was signed in on it. */
export type Day = { day: string; desktopMs: number; mobileMs: number };

/** The last `count` days up to now, oldest first. A stay counts on every day that it touches; days have the length that their zone gives them. */
export function daysSignedIn(
  stays: readonly Stay[],
  { timeZone, now, count }: { timeZone: string; now: Date; count: number },
): Day[] {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime())
    .toZonedDateTimeISO(timeZone)
    .toPlainDate();
  return Array.from({ length: count }, (_, index) => {
    const date = today.subtract({ days: count - 1 - index });
    const from = date.toZonedDateTime(timeZone).epochMilliseconds;
    const to = date.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds;
    const on = (platform: Platform) =>
      stays
        .filter((stay) => stay.platform === platform)
        .reduce((sum, stay) => sum + overlapMs(stay, from, Math.min(to, now.getTime())), 0);
    return { day: date.toString(), desktopMs: on("desktop"), mobileMs: on("mobile") };
  });
}

/** When a day of a zone's calendar begins. */
export const startOfDay = (day: string, timeZone: string): Date =>
  new Date(Temporal.PlainDate.from(day).toZonedDateTime(timeZone).epochMilliseconds);

/** `2026-11-22` as a zone has it at a moment. */
export const dayIn = (timeZone: string, at: Date): string =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

export const dayBefore = (day: string): string =>
  Temporal.PlainDate.from(day).subtract({ days: 1 }).toString();

export const dayAfter = (day: string): string => Temporal.PlainDate.from(day).add({ days: 1 }).toString();

const overlapMs = (stay: Stay, from: number, to: number) =>
  Math.max(0, Math.min(stay.to.getTime(), to) - Math.max(stay.from.getTime(), from));
