import type { z } from "zod";
import { AskForLogs } from "@/lib/logs/schema";
import type { LogConsent, LogLevel } from "@/prisma/generated/enums";

export const lengths = [15, 30, 60, 120, 240, 480, 1440] as const;
export const sizes = [1, 5, 10, 25, 50] as const;
const megabyte = 2 ** 20;

/** Whose app is asked, and of which session it may be. */
export type Whose = {
  username: string;
  name: string;
  /** The one that is open now. */
  session: { id: string; app: string } | null;
};

/** What stands in the form. */
export type Draft = {
  whose: Whose | null;
  level: LogLevel;
  minutes: (typeof lengths)[number];
  megabytes: (typeof sizes)[number];
  scope: "any" | "session";
  consent: LogConsent;
  reason: string;
  ticket: string;
};

/** `allowed`: how agents may be asked, as the settings have it. */
export const newDraft = (whose: Whose | null, allowed: LogConsent | "either"): Draft => ({
  whose,
  level: "info",
  minutes: 60,
  megabytes: 10,
  scope: "any",
  consent: allowed === "either" ? "ask" : allowed,
  reason: "",
  ticket: "",
});

export type Faulty = "username" | "reason" | "ticket";
type Read = { entered: z.input<typeof AskForLogs>; faults: null } | { entered: null; faults: Faulty[] };

/** What the form asks for, or which of its fields are not right. */
export function readDraft({ whose, megabytes, scope, ticket, ...draft }: Draft): Read {
  const entered = {
    username: whose?.username ?? "",
    ...(scope === "session" && whose?.session && { sessionId: whose.session.id }),
    level: draft.level,
    minutes: draft.minutes,
    maxBytes: megabytes * megabyte,
    consent: draft.consent,
    reason: draft.reason,
    ...(ticket.trim() !== "" && { ticket }),
  };
  const { error } = AskForLogs.safeParse(entered);
  if (!error) return { entered, faults: null };
  return { entered: null, faults: [...new Set(error.issues.map(({ path: [field] }) => field as Faulty))] };
}
