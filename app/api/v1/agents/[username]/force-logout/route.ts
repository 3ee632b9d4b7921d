import { z } from "zod";
import { json, problem, route } from "@/app/_edges/route";
import { ForceLogout } from "@/lib/seats/schema";
import { forceLogout } from "@/lib/sessions/commands";
import { line } from "@/lib/text";

const Params = z.object({ username: line(256) });

export const POST = route({ params: Params, body: ForceLogout }, async (actor, { params, body }) => {
  const ended = await forceLogout(actor, { ...params, ...body });
  return ended.ok ? json(ended.value) : problem(ended.code);
});
