import { z } from "zod";
import { many, readList, sortedBy } from "@/lib/list-params";
import { ForceLogout, ForceState } from "@/lib/seats/schema";
import { line, SearchText } from "@/lib/text";
import { Platform } from "@/prisma/generated/enums";
import { agentColumns } from "./columns";
import { shownStates } from "./state";

const flag = z.literal("1").optional();

/** The parts of an address that narrow, order and group the Agent Metrics View. */
const listed = {
  search: SearchText.default(""),
  sort: sortedBy(agentColumns),
  /** Ids. */
  team: many(z.uuid()),
  state: many(z.enum(shownStates)),
  platform: many(z.enum(Platform)),
  /** In their state for longer than so many minutes. */
  over: z.coerce.number().int().min(1).max(1440).optional(),
  /** Longer than the limit of their team for it. */
  beyond: flag,
  unreachable: flag,
  /** Signed out for an update before long. */
  updating: flag,
  /** Those who signed out today are listed, too. */
  signedOut: flag,
  group: z.literal("team").optional(),
  /** Whoever is beyond a limit comes first. */
  pin: flag,
};
export const AgentList = z.object(listed);
export type AgentList = z.output<typeof AgentList>;

export const agentFilterIds = ["team", "state", "platform"] as const;

/** The list that an address asks for; what is wrong in it is left out. */
export const readAgentList = (params: Readonly<Record<string, unknown>>): AgentList =>
  readList(listed, params);

/** Nobody was at work in Rollcall before. */
export const firstDay = "2020-01-01";

/** So many that setting or signing them out takes well under a second. */
export const mostForced = 50;

/** Agents in the sessions in which somebody saw them: whoever has signed in anew since is left alone. */
const agents = z
  .array(z.strictObject({ username: line(256), sessionId: z.uuid() }))
  .min(1)
  .max(mostForced);

export const ForceStates = z.strictObject({ agents, to: ForceState });
export type ForceStates = z.output<typeof ForceStates>;

export const ForceLogouts = z.strictObject({ agents, by: ForceLogout });
export type ForceLogouts = z.output<typeof ForceLogouts>;

/** A day of an agent by the centre's calendar; without one, today. */
export const AgentDay = z.strictObject({
  username: line(256),
  day: z.iso
    .date()
    .refine((day) => day >= firstDay, `must not lie before ${firstDay}`)
    .optional(),
});
export type AgentDay = z.output<typeof AgentDay>;
