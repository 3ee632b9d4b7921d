import type { Context } from "hono";
import { sessionsOf } from "@/lib/sessions/history";
import { sessionJson } from "@/lib/sessions/json";
import { formatPosition, PageQuery } from "@/lib/sessions/position";
import type { SessionEnv } from "./authenticate";
import { invalid, problem } from "./problem";

/** The person's own sessions and times, newest first. */
export async function ownSessions(c: Context<SessionEnv>) {
  const query = PageQuery.safeParse(c.req.query());
  if (!query.success) return problem(c, "invalid-request", invalid(query.error));

  const { limit, cursor } = query.data;
  const { items, more } = await sessionsOf(c.var.session.userId, { limit, before: cursor });
  const last = items.at(-1);
  return c.json({ items: items.map(sessionJson), next: more && last ? formatPosition(last) : null });
}
