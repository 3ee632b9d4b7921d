import { z } from "zod";
import { json, problem, route } from "@/app/_edges/route";
import { formatPosition, parsePosition } from "@/lib/sessions/position";
import { listSessions } from "@/lib/sessions/queries";
import { line } from "@/lib/text";
import { sessionJson } from "../../../_shapes/session";

const Params = z.object({ username: line(256) });
const Query = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z
    .string()
    .transform((text, context) => {
      const position = parsePosition(text);
      if (!position) context.addIssue({ code: "custom", message: "is not a cursor of this list" });
      return position ?? z.NEVER;
    })
    .optional(),
});

export const GET = route({ params: Params, query: Query }, async (actor, { params, query }) => {
  const sessions = await listSessions(actor, params.username, {
    limit: query.limit,
    ...(query.cursor && { before: query.cursor }),
  });
  if (!sessions.ok) return problem(sessions.code);
  const { items, more } = sessions.value;
  const last = items.at(-1);
  return json({ items: items.map(sessionJson), next: more && last ? formatPosition(last) : null });
});
