import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { listSessions } from "@/lib/sessions/history";
import { sessionJson } from "@/lib/sessions/json";
import { formatPosition } from "@/lib/sessions/position";
import { SessionsQuery } from "@/lib/sessions/schema";
import { pageOf } from "../../../_shapes/page";
import { Session, WhichUser } from "../../../_shapes/user";

export const GET = route(
  {
    id: "listSessions",
    summary: "List a user's sessions, newest first",
    params: WhichUser,
    query: SessionsQuery,
    answer: pageOf(Session),
    refuses: ["not-found"],
  },
  async (actor, { params, query }) => {
    const { limit, cursor, ...filter } = query;
    const sessions = await listSessions(actor, params.username, { limit, before: cursor, filter });
    if (!sessions.ok) return sessions;
    const { items, more } = sessions.value;
    const last = items.at(-1);
    return ok({ items: items.map(sessionJson), next: more && last ? formatPosition(last) : null });
  },
);
