import type { AgentState } from "@/client/rollcall";

/** Sets `--tone` to the state's hue for the element and what is in it. */
export const toneOf: Record<AgentState, string> = {
  ready: "[--tone:var(--ready)]",
  not_ready: "[--tone:var(--notready)]",
  busy: "[--tone:var(--busy)]",
  after_call_work: "[--tone:var(--acw)]",
};
