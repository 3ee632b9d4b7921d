import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { cors } from "hono/cors";
import { z } from "zod";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { log } from "@/lib/log";
import type { OpenSeat } from "@/lib/seats/lock";
import { signOut } from "@/lib/sessions/commands";
import { appName, deviceLabel, osLabel } from "@/lib/sessions/labels";
import { findSession } from "@/lib/sessions/queries";
import { SignIn } from "@/lib/sessions/schema";
import { signIn } from "@/lib/sessions/sign-in";
import { isUnavailable } from "@/lib/unavailable";
import { authenticate, type SessionEnv } from "./authenticate";
import { currentView } from "./current";
import { endedNotice } from "./ended";
import { takeEvents } from "./events";
import { originOf } from "./origin";
import { ownSessions } from "./own-sessions";
import { invalid, problem } from "./problem";
import { problemPage } from "./problem-page";
import type { Signs } from "./signs";

const largestBody = 64 * 1024;

/** The device plane over HTTP. */
export function routes(signs: Signs) {
  const app = new Hono<SessionEnv>();
  const origins = [new URL(env().CONSOLE_URL).origin, ...env().GATEWAY_ORIGINS];

  app.use(cors({ origin: origins, allowHeaders: ["authorization", "content-type"], maxAge: 600 }));
  app.use(bodyLimit({ maxSize: largestBody, onError: (c) => problem(c, "too-large") }));
  app.onError((error, c) => {
    log.error({ error: String(error), stack: error.stack, path: c.req.path }, "request failed");
    if (!isUnavailable(error)) return problem(c, "internal");
    c.header("retry-after", "2");
    return problem(c, "unavailable");
  });
  app.notFound((c) => problem(c, "not-found"));

  app.get("/healthz", health);
  app.get("/problems/:code", problemPage);
  app.post("/v1/sessions", openSession);
  app.get("/v1/sessions/current", authenticate, async (c) => c.json(await currentView(c.var.session)));
  app.delete("/v1/sessions/current", authenticate, async (c) => {
    const { id, userId } = c.var.session;
    const result = await signOut({ id, userId });
    // Ended by another hand in this very moment.
    return result.ok ? c.body(null, 204) : problem(c, result.code, await endedNotice(await findSession(id)));
  });
  app.get("/v1/me/sessions", authenticate, ownSessions);
  app.post("/v1/events", authenticate, (c) => takeEvents(c, signs));
  return app;
}

async function openSession(c: Context<SessionEnv>) {
  const sent: unknown = await c.req.json().catch(() => undefined);
  if (sent === undefined)
    return problem(c, "invalid-request", { errors: [{ path: "", message: "the body must be JSON" }] });
  const body = SignIn.safeParse(sent);
  if (!body.success) return problem(c, "invalid-request", invalid(body.error));

  const result = await signIn(body.data, originOf(c.env.incoming));
  if (result.ok) return c.json(signedIn(result.value), 201);
  return result.code === "seat-taken"
    ? problem(c, "seat-taken", { seat: placeOf(result.detail.seat), takeOver: result.detail.takeOver })
    : problem(c, result.code);
}

function signedIn(session: Extract<Awaited<ReturnType<typeof signIn>>, { ok: true }>["value"]) {
  const { user } = session;
  return {
    sessionId: session.sessionId,
    token: session.token,
    user: { username: user.username, name: user.name, team: user.team.name },
    loginAt: session.loginAt.toISOString(),
    heartbeatSeconds: session.heartbeatSeconds,
    leaseSeconds: session.leaseSeconds,
    stream: `${env().GATEWAY_URL.replace(/^http/, "ws").replace(/\/$/, "")}/v1/stream`,
    state: session.state,
    notices: [],
    logging: null,
  };
}

/** The other place, for the person who is asked whether to take it over. */
const placeOf = (seat: OpenSeat) => ({
  app: appName(seat.platform),
  version: seat.version,
  build: seat.build,
  os: osLabel(seat),
  device: deviceLabel(seat),
  since: seat.loginAt.toISOString(),
  state: seat.state,
  onInteraction: seat.openInteractions > 0,
});

const Beat = z.object({ agoMs: z.number() });

/** Ready when the database answers; says what is wrong when it does not. */
async function health(c: Context<SessionEnv>) {
  try {
    const rows = await db.$queryRaw`
      select (extract(epoch from clock_timestamp() - beat_at) * 1000)::float8 as "agoMs" from gateway_beat`;
    const { agoMs } = z.tuple([Beat]).parse(rows)[0];
    return c.json({ status: "ok", database: "ok", beatAgoMs: Math.round(agoMs) });
  } catch (error) {
    return c.json({ status: "failing", database: String(error).slice(0, 300) }, 503);
  }
}
