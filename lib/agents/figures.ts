import type { AgentState } from "@/prisma/generated/enums";
import type { AgentRow } from "./row";

export const keyOf = {
  ready: "readyMs",
  not_ready: "notReadyMs",
  busy: "busyMs",
  after_call_work: "afterCallWorkMs",
} as const satisfies Record<AgentState, keyof AgentRow["today"]>;

export type Figures = AgentRow["today"] & {
  /** Null while signed out, as is the length of the session. */
  inStateMs: number | null;
  loginMs: number | null;
  /** Share of working time spent on interactions and after them; null before there is any. */
  occupancy: number | null;
  /** Per interaction handled today, with the work after it; null before there is one. */
  avgHandleMs: number | null;
};

/**
 * An agent's figures at a moment of the server's clock (epoch ms). Time since an app became unreachable is unknown: it
 * adds to nothing.
 */
export function figuresAt(row: AgentRow, nowMs: number): Figures {
  const untilMs = row.unreachableSince ? Math.min(nowMs, Date.parse(row.unreachableSince)) : nowMs;
  const since = (from: string) => Math.max(0, untilMs - Date.parse(from));
  const today = { ...row.today };
  const { open, state, stateSince } = row;
  if (open && state && stateSince)
    today[keyOf[state]] += Math.max(0, untilMs - Math.max(Date.parse(stateSince), Date.parse(row.day)));

  return {
    ...today,
    inStateMs: open && stateSince ? since(stateSince) : null,
    loginMs: open && row.loginAt ? Math.max(0, nowMs - Date.parse(row.loginAt)) : null,
    ...sharesOf(today),
  };
}

/** What the sums of a day come to. */
export function sharesOf(day: AgentRow["today"]) {
  const engagedMs = day.busyMs + day.afterCallWorkMs;
  const workingMs = engagedMs + day.readyMs;
  const handled = day.handledIn + day.handledOut;
  return {
    occupancy: workingMs > 0 ? engagedMs / workingMs : null,
    avgHandleMs: handled > 0 ? (day.interactionMs + day.afterCallWorkMs) / handled : null,
  };
}
