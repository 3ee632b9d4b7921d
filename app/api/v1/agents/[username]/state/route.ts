import { z } from "zod";
import { json, problem, route } from "@/app/_edges/route";
import { forceState } from "@/lib/seats/commands";
import { ForceState } from "@/lib/seats/schema";
import { line } from "@/lib/text";

const Params = z.object({ username: line(256) });

export const POST = route({ params: Params, body: ForceState }, async (actor, { params, body }) => {
  const forced = await forceState(actor, { ...params, ...body });
  return forced.ok ? json(forced.value) : problem(forced.code);
});
