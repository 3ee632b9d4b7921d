import { z } from "zod";
import { type SettingKey, Settings } from "@/lib/settings/schema";
import type { Unit } from "./span";

/** How a setting is shown and entered. */
export type Kind =
  | { kind: "span"; unit: Unit; storedIn: "seconds" | "minutes" }
  | { kind: "count" }
  | { kind: "time" }
  | { kind: "zone" }
  | { kind: "choice"; options: readonly Choice[] }
  | { kind: "patterns" };

type Choice = "warn" | "allow" | "block" | "ask" | "tell" | "either";

type SectionKey = "contact" | "day" | "versions" | "logs" | "sign-in";

const seconds = (unit: Unit) => ({ kind: "span", unit, storedIn: "seconds" }) as const;
const minutes = { kind: "span", unit: "minutes", storedIn: "minutes" } as const;
const hours = { kind: "span", unit: "hours", storedIn: "minutes" } as const;
const count = { kind: "count" } as const;
const time = { kind: "time" } as const;

export const kinds: Record<SettingKey, Kind> = {
  desktopLeaseSeconds: seconds("seconds"),
  interactionLeaseSeconds: seconds("minutes"),
  mobileSilenceSeconds: seconds("minutes"),
  mobileInactivitySeconds: seconds("hours"),
  resumeMinutes: minutes,
  endAfterMissed: count,
  timeZone: { kind: "zone" },
  dailySignOutAt: time,
  dailyResetAt: time,
  unknownVersion: { kind: "choice", options: ["warn", "allow", "block"] },
  reminderMinutes: hours,
  quietFrom: time,
  quietUntil: time,
  acknowledgeMinutes: hours,
  logConsent: { kind: "choice", options: ["ask", "tell", "either"] },
  logPatterns: { kind: "patterns" },
  failuresPerNameAndAddress: count,
  failuresPerName: count,
  failuresPerAddress: count,
  failureWindowMinutes: minutes,
};

/** Every setting once, in the order in which they are read. */
export const sections: readonly { key: SectionKey; settings: readonly SettingKey[] }[] = [
  {
    key: "contact",
    settings: [
      "desktopLeaseSeconds",
      "interactionLeaseSeconds",
      "mobileSilenceSeconds",
      "mobileInactivitySeconds",
      "resumeMinutes",
      "endAfterMissed",
    ],
  },
  { key: "day", settings: ["timeZone", "dailySignOutAt", "dailyResetAt"] },
  {
    key: "versions",
    settings: ["unknownVersion", "reminderMinutes", "quietFrom", "quietUntil", "acknowledgeMinutes"],
  },
  { key: "logs", settings: ["logConsent", "logPatterns"] },
  {
    key: "sign-in",
    settings: ["failuresPerNameAndAddress", "failuresPerName", "failuresPerAddress", "failureWindowMinutes"],
  },
];

/** The bounds of a number, as its schema has them; undefined for anything else. */
export function boundsOf(key: SettingKey) {
  const shape = Settings.shape[key];
  const inner = shape instanceof z.ZodNullable ? shape.unwrap() : shape;
  if (!(inner instanceof z.ZodNumber) || inner.minValue === null || inner.maxValue === null) return undefined;
  return { min: inner.minValue, max: inner.maxValue };
}

/** Whether it may be left empty. */
export const mayBeNone = (key: SettingKey) => Settings.shape[key] instanceof z.ZodNullable;
