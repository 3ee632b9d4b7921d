import { z } from "zod";
import { timeOfDay } from "@/lib/settings/schema";
import { line, SearchText } from "@/lib/text";
import { Platform } from "@/prisma/generated/enums";
import { Limits } from "./limits";

export const TeamId = z.strictObject({ id: z.uuid() });
export type TeamId = z.output<typeof TeamId>;

export const CreateTeam = z.strictObject({
  name: line(128),
});
export type CreateTeam = z.output<typeof CreateTeam>;

const usernames = (max: number) =>
  z
    .array(line(256))
    .max(max)
    .transform((names) => [...new Set(names)]);

const settings = {
  name: line(128),
  allowedApps: z
    .array(z.enum(Platform))
    .min(1)
    .transform((apps) => [...new Set(apps)].toSorted()),
  /** Null: the centre's own. */
  dailySignOutAt: timeOfDay.nullable(),
  limits: Limits,
  /** Its apps are installed by the company: its responsible administrators are told of releases instead of its people. */
  packageDeployment: z.boolean(),
};

const Settings = z.strictObject(settings).partial();

/** What may change of a team; `supervisors` and `responsible` are usernames. */
export const ChangeTeam = z
  .strictObject({ ...settings, supervisors: usernames(500), responsible: usernames(50) })
  .partial();
export type ChangeTeam = z.output<typeof ChangeTeam>;

/** The same from a screen: `seen` is what stood there when the change began, so that nobody's change is overwritten unseen. */
export const EditTeam = z.strictObject({ ...Settings.shape, ...TeamId.shape, seen: Settings });
export type EditTeam = z.output<typeof EditTeam>;

export const ChangeSupervisors = z.strictObject({
  ...TeamId.shape,
  add: usernames(500).default([]),
  remove: usernames(500).default([]),
});
export type ChangeSupervisors = z.output<typeof ChangeSupervisors>;

/** Who is told of releases for a team on package deployment; usernames of administrators. */
export const SetResponsible = z.strictObject({ ...TeamId.shape, responsible: usernames(50) });
export type SetResponsible = z.output<typeof SetResponsible>;

/** So many that the move takes well under a second: their seats are locked for as long. */
export const mostMoved = 500;

export const MoveMembers = z.strictObject({
  usernames: usernames(mostMoved),
  teamId: z.uuid(),
});
export type MoveMembers = z.output<typeof MoveMembers>;

/** People who could be brought in by name: into the team, or as its supervisors. */
export const FindCandidates = z.strictObject({
  ...TeamId.shape,
  as: z.enum(["member", "supervisor"]),
  search: SearchText,
});
export type FindCandidates = z.output<typeof FindCandidates>;
