import type { HttpBindings } from "@hono/node-server";
import { createMiddleware } from "hono/factory";
import { inBatches } from "@/lib/batches";
import { findByTokens, type TokenSession } from "@/lib/sessions/queries";
import { bearerToken } from "./bearer";
import { endedNotice } from "./ended";
import { problem } from "./problem";

export type SessionEnv = { Bindings: HttpBindings; Variables: { session: TokenSession } };

const lookUps = inBatches(findByTokens, { most: 500 });

/** The session that a token names; whoever asks at the same moment is looked up together. */
export const sessionOf = (token: string | undefined): Promise<TokenSession | null> =>
  token ? lookUps.add(token) : Promise.resolve(null);

/** Lets in a request that carries the token of an open session; an ended one is told why it ended. */
export const authenticate = createMiddleware<SessionEnv>(async (c, next) => {
  const session = await sessionOf(bearerToken(c.env.incoming.headers));
  if (!session) return problem(c, "unauthenticated");
  if (session.logoutAt) return problem(c, "session-ended", await endedNotice(session.id));
  c.set("session", session);
  return next();
});
