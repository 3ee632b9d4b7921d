import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import { largestPieceBytes } from "@/lib/logs/schema";
import { changePushAddress, signOut } from "@/lib/sessions/commands";
import { PushAddress } from "@/lib/sessions/schema";
import { isUnavailable } from "@/lib/unavailable";
import { authenticate, type SessionEnv } from "./authenticate";
import { currentView } from "./current";
import { docsPage } from "./docs-page";
import { endedNotice } from "./ended";
import { takeEvents } from "./events";
import { health } from "./health";
import { takePiece } from "./log-pieces";
import { openApiDocument } from "./openapi";
import { ownSessions } from "./own-sessions";
import { invalid, problem } from "./problem";
import { problemPage, problemsPage } from "./problem-page";
import { openSession } from "./sign-in";
import type { Stores } from "./stream";
import { updates } from "./updates";

const largestBody = 64 * 1024;

/** The device plane over HTTP. */
export function routes(stores: Stores) {
  const app = new Hono<SessionEnv>();
  const origins = [new URL(env().CONSOLE_URL).origin, ...env().GATEWAY_ORIGINS];

  const allowed = cors({
    origin: origins,
    allowHeaders: ["authorization", "content-type", "digest", "idempotency-key"],
    exposeHeaders: ["retry-after"],
    maxAge: 600,
  });
  const limit = (maxSize: number) => bodyLimit({ maxSize, onError: (c) => problem(c, "too-large") });
  const limited = limit(largestBody);
  const limitedPiece = limit(largestPieceBytes);
  // Both cost more than a cheap call: only for pages of browsers, and where there is a body.
  app.use((c, next) => (c.req.header("origin") ? allowed(c, next) : next()));
  app.use((c, next) => {
    if (c.req.method === "GET") return next();
    return (c.req.path.startsWith("/v1/log-requests/") ? limitedPiece : limited)(c, next);
  });
  app.onError((error, c) => {
    log.error({ error: String(error), stack: error.stack, path: c.req.path }, "request failed");
    if (!isUnavailable(error)) return problem(c, "internal");
    c.header("retry-after", "2");
    return problem(c, "unavailable");
  });
  app.notFound((c) => problem(c, "not-found"));

  app.get("/healthz", health);
  app.get("/problems", problemsPage);
  app.get("/problems/:code", problemPage);
  app.get("/v1/docs", docsPage);
  app.get("/v1/openapi.json", (c) => c.json(openApiDocument()));
  app.post("/v1/sessions", openSession);
  app.get("/v1/updates", updates);
  app.get("/v1/sign-in-options", (c) => c.json({ methods: ["password"] }));
  app.get("/v1/sessions/current", authenticate, async (c) => {
    const view = await currentView(c.var.session);
    return view ? c.json(view) : sessionEnded(c);
  });
  app.delete("/v1/sessions/current", authenticate, async (c) => {
    const result = await signOut(c.var.session);
    return result.ok ? c.body(null, 204) : sessionEnded(c);
  });
  app.put("/v1/sessions/current/push", authenticate, async (c) => {
    const address = PushAddress.safeParse(await c.req.json().catch(() => undefined));
    if (!address.success) return problem(c, "invalid-request", invalid(address.error));
    await changePushAddress(c.var.session, address.data);
    return c.body(null, 204);
  });
  app.get("/v1/me/sessions", authenticate, ownSessions);
  app.post("/v1/events", authenticate, (c) => takeEvents(c, stores));
  app.put("/v1/log-requests/:id/pieces/:n", authenticate, (c) => takePiece(c, stores.signs));
  return app;
}

/** Ended by another hand in this very moment. */
async function sessionEnded(c: Context<SessionEnv>) {
  return problem(c, "session-ended", await endedNotice(c.var.session.id));
}
