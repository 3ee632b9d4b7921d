import type { Context } from "hono";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { reasonsOf } from "@/lib/reasons/queries";
import type { OpenSeat } from "@/lib/seats/lock";
import { deviceLabel } from "@/lib/sessions/device-names";
import { appName, osLabel } from "@/lib/sessions/labels";
import { Credentials, IdempotencyKey, Resume } from "@/lib/sessions/schema";
import { signIn } from "@/lib/sessions/sign-in";
import type { SessionEnv } from "./authenticate";
import { endedNotice } from "./ended";
import { loggingOf } from "./logging";
import { noticesOf } from "./notices";
import { originOf } from "./origin";
import { invalid, notJson, problem } from "./problem";
import { releaseView } from "./release";

/** `POST /v1/sessions`: with a password, or with the token of a lost session. */
export async function openSession(c: Context<SessionEnv>) {
  const sent: unknown = await c.req.json().catch(() => undefined);
  if (sent === undefined) return problem(c, "invalid-request", notJson);
  const body = asksToResume(sent) ? Resume.safeParse(sent) : Credentials.safeParse(sent);
  if (!body.success) return problem(c, "invalid-request", invalid(body.error));
  const key = IdempotencyKey.optional().safeParse(c.req.header("idempotency-key"));
  if (!key.success)
    return problem(c, "invalid-request", {
      errors: [{ path: "Idempotency-Key", message: key.error.issues[0]?.message }],
    });

  const result = await signIn(body.data, originOf(c.env.incoming), key.data);
  if (result.ok) return c.json(await signedIn(result.value), 201);
  switch (result.code) {
    case "seat-taken":
      return problem(c, "seat-taken", {
        seat: placeOf(result.detail.seat),
        takeOver: result.detail.takeOver,
      });
    case "session-ended":
      return problem(c, "session-ended", await endedNotice(result.detail.sessionId));
    case "password-change-required":
      return problem(c, "password-change-required", {
        link: result.detail.url,
        expiresAt: result.detail.expiresAt.toISOString(),
      });
    case "update-required":
      return problem(c, "update-required", {
        release: releaseView(result.detail.release, {
          toBeHad: !result.detail.packaged,
          locale: body.data.client.locale,
        }),
        distribution: result.detail.packaged ? "package" : "store",
        continueOn: result.detail.goesOnAtDesktop ? appName("desktop") : null,
      });
    case "os-too-old":
      return problem(c, "os-too-old", {
        release: releaseView(result.detail.release, { toBeHad: false, locale: body.data.client.locale }),
        minimumOs: result.detail.release.minimumOs,
        continueOn: result.detail.goesOnAtDesktop ? appName("desktop") : null,
      });
    case "too-many-attempts":
      c.header("retry-after", String(result.detail.retryAfterSeconds));
      return problem(c, "too-many-attempts");
    case "unavailable":
      c.header("retry-after", "1");
      return problem(c, "unavailable");
    default:
      return problem(c, result.code);
  }
}

const asksToResume = (sent: unknown) => typeof sent === "object" && sent !== null && "resume" in sent;

async function signedIn(session: Extract<Awaited<ReturnType<typeof signIn>>, { ok: true }>["value"]) {
  const { user } = session;
  return {
    sessionId: session.sessionId,
    token: session.token,
    user: { username: user.username, name: user.name, team: user.team },
    loginAt: session.loginAt.toISOString(),
    heartbeatSeconds: session.heartbeatSeconds,
    leaseSeconds: session.leaseSeconds,
    stream: `${env().GATEWAY_URL.replace(/^http/, "ws").replace(/\/$/, "")}/v1/stream`,
    state: session.state,
    reason: session.reason,
    notReadyReasons: await reasonsOf(db, user.teamId),
    notices: await noticesOf(session.sessionId),
    logging: await loggingOf(session.sessionId),
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
