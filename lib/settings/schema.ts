import { z } from "zod";

export const Zone = z.string().refine(isZone, "must be a time zone such as Europe/Berlin");

export const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, "must be a time such as 03:00");

/** Every setting with its bounds. A stored one that a newer Rollcall left behind is passed over. */
export const Settings = z.object({
  /** How long a desktop's session outlives its silence, and the same while an interaction is open. */
  desktopLeaseSeconds: z.int().min(2).max(3600),
  interactionLeaseSeconds: z.int().min(2).max(7200),
  /** How long a phone's silence keeps its state, and how long it keeps its session. */
  mobileSilenceSeconds: z.int().min(10).max(86_400),
  mobileInactivitySeconds: z
    .int()
    .min(60)
    .max(31 * 86_400),
  /** For how long the token of a lost session may continue it. */
  resumeMinutes: z.int().min(0).max(1440),
  /** So many unanswered interactions in a row end a session; null: none does. */
  endAfterMissed: z.int().min(1).max(100).nullable(),
  /** When everybody is signed out, in the centre's zone: `03:00`. */
  dailySignOutAt: timeOfDay.nullable(),
  timeZone: Zone,
  /** Where the centre's day turns, for counters of the day: `04:00` for night shifts. */
  dailyResetAt: timeOfDay,
  /** What becomes of a sign-in whose version has no order that is known, once a release is published. */
  unknownVersion: z.enum(["warn", "allow", "block"]),
  /** Nobody is reminded of a recommended update sooner than this after they were told of one. */
  reminderMinutes: z.int().min(0).max(43_200),
  /** From when until when nobody is reminded, and no phone is rung for a recommended update. */
  quietFrom: timeOfDay.nullable(),
  quietUntil: timeOfDay.nullable(),
  /** For how long a work item waits for somebody to take it on before it escalates. */
  acknowledgeMinutes: z.int().min(5).max(43_200),
  /** Whether agents are asked before their app logs, or only told; or whoever asks for a log chooses. */
  logConsent: z.enum(["ask", "tell", "either"]),
  /** What is taken out of logs besides what always is, comma-separated: see lib/logs/redact.ts. */
  logPatterns: z
    .string()
    .max(1000)
    .refine(
      (text) => text.split(",").every(isPattern),
      "must be patterns such as KD-######, separated by commas",
    )
    .nullable(),
  /** Failed attempts to sign in within the window: of a name at an address, of a name, at an address. */
  failuresPerNameAndAddress: z.int().min(3).max(1000),
  failuresPerName: z.int().min(3).max(10_000),
  failuresPerAddress: z.int().min(3).max(100_000),
  failureWindowMinutes: z.int().min(1).max(1440),
});
export type Settings = z.output<typeof Settings>;
export type SettingKey = keyof Settings;

export const defaults: Settings = {
  desktopLeaseSeconds: 60,
  interactionLeaseSeconds: 300,
  mobileSilenceSeconds: 1800,
  mobileInactivitySeconds: 43_200,
  resumeMinutes: 15,
  endAfterMissed: null,
  dailySignOutAt: null,
  timeZone: "Europe/Berlin",
  dailyResetAt: "00:00",
  unknownVersion: "warn",
  reminderMinutes: 240,
  quietFrom: null,
  quietUntil: null,
  acknowledgeMinutes: 1440,
  logConsent: "ask",
  logPatterns: null,
  failuresPerNameAndAddress: 10,
  failuresPerName: 50,
  failuresPerAddress: 100,
  failureWindowMinutes: 15,
};

/** A change of some settings; a name that does not exist is an error. */
export const SettingsPatch = z.strictObject(Settings.shape).partial();
export type SettingsPatch = z.output<typeof SettingsPatch>;

/** The same from a person who saw the settings of the patch as they are in `seen`. */
export const SaveSettings = z.strictObject({ patch: SettingsPatch, seen: SettingsPatch });
export type SaveSettings = z.output<typeof SaveSettings>;

/** With something in it that only what is meant has, and one `*` at most: it must not take long, nor take out everything. */
const isPattern = (pattern: string) =>
  /^[\p{L}\p{N}\p{P}\p{S} ]{3,64}$/u.test(pattern.trim()) &&
  /^[^*]*\*?[^*]*$/.test(pattern.trim()) &&
  pattern.replaceAll("*", "").trim().length >= 3;

export function isZone(name: string) {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
