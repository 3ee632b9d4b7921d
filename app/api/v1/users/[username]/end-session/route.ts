import { z } from "zod";
import { json, problem, route } from "@/app/_edges/route";
import { endUserSession } from "@/lib/sessions/commands";
import { sessionJson } from "@/lib/sessions/json";
import { listSessions } from "@/lib/sessions/queries";
import { line, paragraph } from "@/lib/text";

const Params = z.object({ username: line(256) });
const Body = z.strictObject({ reason: paragraph(500) });

export const POST = route({ params: Params, body: Body }, async (actor, { params, body }) => {
  const ended = await endUserSession(actor, { ...params, ...body });
  if (!ended.ok) return problem(ended.code);
  const sessions = await listSessions(actor, params.username, { limit: 1 });
  if (!sessions.ok) return problem(sessions.code);
  return json(sessions.value.items.map(sessionJson)[0]);
});
