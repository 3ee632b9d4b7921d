import { z } from "zod";
import { json, problem, route } from "@/app/_edges/route";
import { sessionJson } from "@/lib/sessions/json";
import { formatPosition, PageQuery } from "@/lib/sessions/position";
import { listSessions } from "@/lib/sessions/queries";
import { line } from "@/lib/text";

const Params = z.object({ username: line(256) });

export const GET = route({ params: Params, query: PageQuery }, async (actor, { params, query }) => {
  const sessions = await listSessions(actor, params.username, { limit: query.limit, before: query.cursor });
  if (!sessions.ok) return problem(sessions.code);
  const { items, more } = sessions.value;
  const last = items.at(-1);
  return json({ items: items.map(sessionJson), next: more && last ? formatPosition(last) : null });
});
