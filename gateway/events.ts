import type { Context } from "hono";
import { z } from "zod";
import { findSession } from "@/lib/sessions/queries";
import type { SessionEnv } from "./authenticate";
import { endedNotice } from "./ended";
import { answerFrame } from "./frames";
import { invalid, problem } from "./problem";
import type { Signs } from "./signs";

const mostFrames = 32;
const Events = z.object({ events: z.array(z.looseObject({})).min(1).max(mostFrames) });

/** The frames of an app without a socket, answered in their order. */
export async function takeEvents(c: Context<SessionEnv>, signs: Signs) {
  const body = Events.safeParse(await c.req.json().catch(() => undefined));
  if (!body.success) return problem(c, "invalid-request", invalid(body.error));

  const { session } = c.var;
  signs.note(session);
  const acks: object[] = [];
  for (const event of body.data.events) {
    const answer = await answerFrame(JSON.stringify(event), session, signs);
    if (!answer) return problem(c, "session-ended", await endedNotice(await findSession(session.id)));
    acks.push(answer);
  }
  return c.json({ acks });
}
