import { z } from "zod";
import { json, problem, route } from "@/app/_edges/route";
import { changeTeam } from "@/lib/teams/commands";
import { ChangeTeam } from "@/lib/teams/schema";

const Params = z.object({ id: z.uuid() });

export const PATCH = route({ params: Params, body: ChangeTeam }, async (actor, { params, body }) => {
  const changed = await changeTeam(actor, { ...params, ...body });
  return changed.ok ? json(changed.value) : problem(changed.code);
});
