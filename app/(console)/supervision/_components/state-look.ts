import type { Handled } from "@/lib/agents/timeline";
import type { AgentState } from "@/prisma/generated/enums";

type Look = { className: string; height: number };

// The stripes are of the panel's colour: they show on every colour, in light and in dark.
const striped = "bg-[image:repeating-linear-gradient(135deg,transparent_0_3px,var(--raised)_3px_4.5px)]";

/** How the bar of each state looks: by height as much as by colour, the more work the higher. */
export const stateLook: Record<AgentState | "unknown", Look> = {
  busy: { className: "bg-busy", height: 100 },
  after_call_work: { className: `bg-acw ${striped}`, height: 75 },
  ready: { className: "bg-ready", height: 50 },
  not_ready: { className: "bg-notready", height: 22 },
  unknown: { className: `bg-line-field ${striped}`, height: 100 },
};

/** Interactions are no states: each channel has a pattern, and one that was missed is empty. */
export function handledLook({ channel, missed }: Pick<Handled, "channel" | "missed">): string {
  if (missed) return "border border-danger";
  if (channel === "voice") return "bg-ink-2";
  return channel === "chat" ? `bg-ink-2 ${striped}` : "border border-ink-2 bg-chip";
}
