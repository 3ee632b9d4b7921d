import { z } from "zod";
import { line } from "@/lib/text";
import { AgentState } from "@/prisma/generated/enums";

/** How long somebody should stay in a state; with a reason, only in that Not Ready. */
export const Limit = z
  .strictObject({
    state: z.enum(AgentState),
    reason: line(64).nullable().default(null),
    minutes: z.int().min(1).max(1440),
  })
  .refine(({ state, reason }) => reason === null || state === "not_ready", {
    path: ["reason"],
    message: "goes with not_ready alone",
  });
export type Limit = z.output<typeof Limit>;

export const mostLimits = 50;

/** The limits of a team, at most one for each state and reason. */
export const Limits = z
  .array(Limit)
  .max(mostLimits)
  .superRefine((limits, context) => {
    for (const index of repeatedLimits(limits)) {
      context.addIssue({ code: "custom", path: [index], message: "says twice what is limited" });
    }
  });
export type Limits = z.output<typeof Limits>;

type What = Pick<Limit, "state" | "reason">;

/** Places of the limits whose state and reason an earlier one has already. */
export function repeatedLimits(limits: readonly What[]): number[] {
  const keys = limits.map(keyOf);
  return keys.flatMap((key, index) => (keys.indexOf(key) < index ? [index] : []));
}

/** The limit in minutes of a state: that of its reason, else that of any reason, else none. */
export function limitFor(limits: Limits, state: AgentState, reason: string | null): number | null {
  const minutesOf = (what: What) => limits.find((limit) => keyOf(limit) === keyOf(what))?.minutes;
  return minutesOf({ state, reason }) ?? minutesOf({ state, reason: null }) ?? null;
}

/** Reasons are the same whatever their case and Unicode form. */
const keyOf = ({ state, reason }: What) => `${state} ${reason?.normalize("NFKC").toLowerCase() ?? ""}`;
