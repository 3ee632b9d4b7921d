import { route } from "@/app/_edges/route";
import { AppError } from "@/lib/errors";
import { ok } from "@/lib/result";
import { createTeam } from "@/lib/teams/commands";
import { formatPosition, PageQuery } from "@/lib/teams/position";
import { getTeam, listTeams } from "@/lib/teams/queries";
import { CreateTeam } from "@/lib/teams/schema";
import { pageOf } from "../_shapes/page";
import { ListedTeam, listedTeamJson, Team, teamJson } from "../_shapes/team";

export const GET = route(
  { id: "listTeams", summary: "List teams by name", query: PageQuery, answer: pageOf(ListedTeam) },
  async (actor, { query }) => {
    const { items, more } = await listTeams(actor, { limit: query.limit, position: query.cursor });
    const last = items.at(-1);
    return ok({ items: items.map(listedTeamJson), next: more && last ? formatPosition(last) : null });
  },
);

export const POST = route(
  {
    id: "createTeam",
    summary: "Make a team",
    body: CreateTeam,
    status: 201,
    answer: Team,
    refuses: ["team-name-taken"],
  },
  async (actor, { body }) => {
    const created = await createTeam(actor, body);
    if (!created.ok) return created;
    const team = await getTeam(actor, created.value.id);
    if (!team.ok) throw new AppError(team.code);
    return ok(teamJson(team.value));
  },
);
