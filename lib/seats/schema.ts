import { z } from "zod";
import { line } from "@/lib/text";

/** At most so many interactions of one session are open at once. */
export const mostInteractions = 32;

export const agentStates = ["ready", "not_ready", "busy", "after_call_work"] as const;

/** Of Not Ready, in characters. */
export const longestReason = 64;

const stateFields = { state: z.enum(agentStates), reason: line(longestReason).nullish() };

/** A reason belongs to Not Ready alone. */
function toState({
  state,
  reason,
}: {
  state: (typeof agentStates)[number];
  reason?: string | null | undefined;
}) {
  return { state, reason: state === "not_ready" ? (reason ?? null) : null };
}

export const State = z.object(stateFields).transform(toState);
export type State = z.output<typeof State>;

/** How long ago, by a monotonic clock, what a frame tells happened. No session is older than a month. */
const ageMs = z
  .int()
  .min(0)
  .default(0)
  .transform((ms) => Math.min(ms, 31 * 86_400_000));

const interactionFields = {
  interactionId: line(64),
  channel: z.enum(["voice", "chat", "email"]),
  direction: z.enum(["inbound", "outbound"]),
  service: line(64).nullish(),
};

export const phases = ["offered", "started", "held", "resumed", "ended", "missed"] as const;
export type Phase = (typeof phases)[number];

/** An open interaction as a `sync` lists it. */
export const Listed = z.object({
  ...interactionFields,
  phase: z.enum(["offered", "started", "held"]),
  ageMs,
});
export type Listed = z.output<typeof Listed>;

export const StateFrame = z.object({ type: z.literal("state"), ...stateFields, ageMs });
export const InteractionFrame = z.object({
  type: z.literal("interaction"),
  ...interactionFields,
  phase: z.enum(phases),
  ageMs,
});
export const SyncFrame = z.object({
  type: z.literal("sync"),
  state: stateFields.state.optional(),
  reason: stateFields.reason,
  interactions: z.array(Listed).max(mostInteractions).optional(),
  ageMs,
});
export const AliveFrame = z.object({ type: z.literal("alive") });

/** What an app tells of itself, without the frame's id. Fields that are not known are passed over. */
export const Frame = z.discriminatedUnion("type", [
  StateFrame.transform(({ type, ageMs, ...told }) => ({ type, ageMs, ...toState(told) })),
  InteractionFrame,
  SyncFrame.transform(({ type, ageMs, state, reason, interactions }) => ({
    type,
    ageMs,
    state: state ? toState({ state, reason }) : null,
    interactions: interactions ?? null,
  })),
  AliveFrame,
]);
export type Frame = z.output<typeof Frame>;
export type StoredFrame = Exclude<Frame, { type: "alive" }>;

/** The id under which a frame is answered, and remembered so that it is stored once. */
export const FrameId = z
  .string()
  .min(1)
  .max(64)
  .regex(/^\P{Cc}+$/u, "must not contain control characters");

/** Whom a hand is laid on, and which of their sessions: without one, whichever is open. */
type Whose = { username: string; sessionId?: string };

/** A supervisor's hand on an agent's state: told a second time where the agent is on an interaction. */
export const ForceState = z
  .strictObject({
    state: z.enum(["ready", "not_ready"]),
    reason: stateFields.reason,
    evenOnInteraction: z.boolean().default(false),
  })
  .transform(({ evenOnInteraction, ...told }) => ({ evenOnInteraction, ...toState(told) }));
export type ForceState = z.output<typeof ForceState> & Whose;

export const ForceLogout = z.strictObject({
  reason: line(500),
  evenOnInteraction: z.boolean().default(false),
});
export type ForceLogout = z.output<typeof ForceLogout> & Whose;
