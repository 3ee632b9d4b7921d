import { z } from "zod";
import { LiveRow } from "@/lib/live/row";

const ms = z.number().min(0);

/** An interaction that the agent is on. */
export const Going = z.object({
  channel: z.enum(["voice", "chat", "email"]),
  direction: z.enum(["inbound", "outbound"]),
  service: z.string().nullable(),
  since: z.iso.datetime(),
});
export type Going = z.infer<typeof Going>;

/** What supervisors see of one agent: the seat, and the figures of the centre's day. Times in UTC. */
export const AgentRow = LiveRow.extend({
  /** `v2.17.60 (2.62740)` */
  version: z.string().nullable(),
  /** As the app sent it, without its build. */
  appVersion: z.string().nullable(),
  build: z.string().nullable(),
  browser: z.string().nullable(),
  ip: z.string().nullable(),
  /** Since when a silent phone's time counts as unknown. */
  unreachableSince: z.iso.datetime().nullable(),
  /** Silent for that long, and yet a push would wake it. */
  asleep: z.boolean(),
  /** When their app is signed out for a mandatory update, interactions aside. */
  updatesAt: z.iso.datetime().nullable(),
  /** Oldest first. */
  interactions: z.array(Going),
  /** When the day began whose figures these are. */
  day: z.iso.datetime(),
  /** Of the stretches that are over: the one going on counts from its beginning, or the day's. */
  today: z.object({
    readyMs: ms,
    notReadyMs: ms,
    busyMs: ms,
    afterCallWorkMs: ms,
    handledIn: z.number(),
    handledOut: z.number(),
    /** How long the interactions handled today took, from their start to their end. */
    interactionMs: ms,
  }),
});
export type AgentRow = z.infer<typeof AgentRow>;

/** A row that has left the reader's scope. */
const GoneRow = z.object({ id: z.uuid(), revision: z.number(), gone: z.literal(true) });
export type GoneRow = z.infer<typeof GoneRow>;

export const AgentChange = z.union([GoneRow, AgentRow]);
export type AgentChange = z.infer<typeof AgentChange>;
