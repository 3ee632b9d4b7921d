import { z } from "zod";
import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { endUserSession } from "@/lib/sessions/commands";
import { getSession } from "@/lib/sessions/history";
import { sessionJson } from "@/lib/sessions/json";
import { paragraph } from "@/lib/text";
import { Session, WhichUser } from "../../../_shapes/user";

export const POST = route(
  {
    id: "endSession",
    summary: "End a user's session",
    description: "The app is told why. Answers the session that was ended.",
    params: WhichUser,
    body: z.strictObject({ reason: paragraph(500) }),
    answer: Session,
    refuses: ["not-found", "not-signed-in", "on-interaction", "signed-in-elsewhere"],
  },
  async (actor, { params, body }) => {
    const ended = await endUserSession(actor, { ...params, ...body });
    if (!ended.ok) return ended;
    const session = await getSession(actor, params.username, ended.value.sessionId);
    return session.ok ? ok(sessionJson(session.value)) : session;
  },
);
