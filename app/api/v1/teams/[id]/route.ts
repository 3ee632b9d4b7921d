import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { changeTeam, deleteTeam } from "@/lib/teams/commands";
import { getTeam } from "@/lib/teams/queries";
import { ChangeTeam, TeamId } from "@/lib/teams/schema";
import { Team, teamJson } from "../../_shapes/team";

export const GET = route(
  { id: "getTeam", summary: "Get a team", params: TeamId, answer: Team, refuses: ["not-found"] },
  async (actor, { params }) => {
    const team = await getTeam(actor, params.id);
    return team.ok ? ok(teamJson(team.value)) : team;
  },
);

export const PATCH = route(
  {
    id: "changeTeam",
    summary: "Change a team",
    description: "Only what is named changes. Lists replace what was there.",
    params: TeamId,
    body: ChangeTeam,
    answer: Team,
    refuses: [
      "not-found",
      "team-name-taken",
      "setting-changed",
      "unknown-user",
      "not-a-supervisor",
      "not-an-administrator",
    ],
  },
  async (actor, { params, body }) => {
    const changed = await changeTeam(actor, { ...params, ...body });
    if (!changed.ok) return changed;
    const team = await getTeam(actor, params.id);
    return team.ok ? ok(teamJson(team.value)) : team;
  },
);

export const DELETE = route(
  {
    id: "deleteTeam",
    summary: "Delete a team",
    description: "One that nobody is in and that no session names. What past reports name can be renamed.",
    params: TeamId,
    refuses: ["not-found", "team-has-people", "team-has-sessions"],
  },
  async (actor, { params }) => {
    const deleted = await deleteTeam(actor, params);
    return deleted.ok ? ok(undefined) : deleted;
  },
);
