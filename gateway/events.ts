import type { Context } from "hono";
import { z } from "zod";
import type { SessionEnv } from "./authenticate";
import { endedNotice } from "./ended";
import { answerFrame } from "./frames";
import type { Ledger } from "./ledger";
import { invalid, notJson, problem } from "./problem";
import type { Signs } from "./signs";

const mostFrames = 32;
export const Events = z.object({ events: z.array(z.looseObject({})).min(1).max(mostFrames) });

/** The frames of an app without a socket, answered in their order. */
export async function takeEvents(
  c: Context<SessionEnv>,
  { ledger, signs }: { ledger: Ledger; signs: Signs },
) {
  const sent: unknown = await c.req.json().catch(() => undefined);
  if (sent === undefined) return problem(c, "invalid-request", notJson);
  const body = Events.safeParse(sent);
  if (!body.success) return problem(c, "invalid-request", invalid(body.error));

  const { session } = c.var;
  const contact = { userId: session.userId, sessionId: session.id, event: { kind: "contact" as const } };
  // All at once: they are stored in this order, and together.
  const [, ...answers] = await Promise.all([
    ledger.tell(contact),
    ...body.data.events.map((event) => answerFrame(event, session, { ledger, signs })),
  ]);
  const acks = answers.map(({ frame }) => frame);
  if (acks.includes(undefined)) return problem(c, "session-ended", await endedNotice(session.id));
  return c.json({ acks });
}
