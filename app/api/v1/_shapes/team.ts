import { z } from "zod";
import type { TeamDetails, ListedTeam as TeamInList } from "@/lib/teams/queries";
import { AgentState, Platform } from "@/prisma/generated/enums";

const settings = {
  id: z.uuid(),
  name: z.string(),
  people: z.int(),
  signedIn: z.int(),
  allowedApps: z.array(z.enum(Platform)),
  dailySignOutAt: z.string().nullable(),
  packageDeployment: z.boolean(),
  limits: z.array(
    z.strictObject({ state: z.enum(AgentState), reason: z.string().nullable(), minutes: z.int() }),
  ),
};

export const Team = z
  .strictObject({ ...settings, supervisors: z.array(z.string()), responsible: z.array(z.string()) })
  .meta({ id: "Team" });

/** A team in a list. */
export const ListedTeam = z
  .strictObject({ ...settings, supervisorCount: z.int() })
  .meta({ id: "ListedTeam" });

export const listedTeamJson = (team: TeamInList): z.input<typeof ListedTeam> => ({
  ...settingsJson(team),
  supervisorCount: team.supervisorCount,
});

export const teamJson = (team: TeamDetails): z.input<typeof Team> => ({
  ...settingsJson(team),
  supervisors: team.supervisors.map(({ username }) => username),
  responsible: team.responsible.map(({ username }) => username),
});

const settingsJson = ({
  id,
  name,
  people,
  signedIn,
  allowedApps,
  dailySignOutAt,
  limits,
  packageDeployment,
}: Pick<TeamInList, keyof typeof settings>) => ({
  id,
  name,
  people,
  signedIn,
  allowedApps,
  dailySignOutAt,
  limits,
  packageDeployment,
});
