import { json, problem, route } from "@/app/_edges/route";
import { createTeam } from "@/lib/teams/commands";
import { CreateTeam } from "@/lib/teams/schema";

export const POST = route({ body: CreateTeam }, async (actor, { body }) => {
  const result = await createTeam(actor, body);
  return result.ok ? json(result.value, 201) : problem(result.code);
});
