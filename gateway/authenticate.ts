import type { HttpBindings } from "@hono/node-server";
import { createMiddleware } from "hono/factory";
import { findByToken, type TokenSession } from "@/lib/sessions/queries";
import { bearerToken } from "./bearer";
import { endedNotice } from "./ended";
import { problem } from "./problem";

export type SessionEnv = { Bindings: HttpBindings; Variables: { session: TokenSession } };

/** Lets in a request that carries the token of an open session; an ended one is told why it ended. */
export const authenticate = createMiddleware<SessionEnv>(async (c, next) => {
  const token = bearerToken(c.env.incoming.headers);
  const session = token ? await findByToken(token) : null;
  if (!session) return problem(c, "unauthenticated");
  if (session.logoutAt) return problem(c, "session-ended", await endedNotice(session));
  c.set("session", session);
  return next();
});
