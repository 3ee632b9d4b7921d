import type { AgentState } from "@/prisma/generated/enums";
import type { AgentRow } from "./row";

export const shownStates = ["ready", "busy", "after_call_work", "not_ready", "signed_out"] as const;

/** Signed out is no state, and still something to show. */
export type Shown = (typeof shownStates)[number];

export const shownState = ({ open, state }: { open: boolean; state: AgentState | null }): Shown =>
  open && state ? state : "signed_out";

/** Signed in, or signed out since the day began that it is now. */
export const isPresent = ({ open, logoutAt }: Pick<AgentRow, "open" | "logoutAt">, day: Date) =>
  open || (logoutAt !== null && Date.parse(logoutAt) >= day.getTime());
