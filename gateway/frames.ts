import { z } from "zod";
import { recordFrame } from "@/lib/seats/state";
import type { TokenSession } from "@/lib/sessions/queries";
import { State } from "@/lib/sessions/schema";
import { currentView } from "./current";
import { invalid, problemOf } from "./problem";
import type { Signs } from "./signs";

const Envelope = z.object({
  id: z
    .string()
    .max(64)
    .regex(/^\P{Cc}+$/u),
  type: z.string().max(64),
});
const Sync = z.object({ state: z.unknown().optional() });

/**
 * Answers one frame of an app: an `ack` after it is stored, or `refused`. Returns undefined where the session has
 * ended meanwhile: the socket is then told so by the feed.
 */
export async function answerFrame(
  text: string,
  session: TokenSession,
  signs: Signs,
): Promise<object | undefined> {
  const frame = parseJson(text);
  const envelope = Envelope.safeParse(frame);
  if (!envelope.success) return refused(null, problemOf("invalid-request", invalid(envelope.error)));
  const { id, type } = envelope.data;

  if (type === "alive") {
    await signs.show(session);
    return { type: "ack", id };
  }
  if (type !== "state" && type !== "sync") return refused(id, problemOf("unknown-type"));

  // A sync that tells no state asks for the server's view alone.
  const silent = type === "sync" && Sync.parse(frame).state === undefined;
  const state = silent ? null : State.safeParse(frame);
  if (state && !state.success) return refused(id, problemOf("invalid-request", invalid(state.error)));

  const result = await recordFrame(session, { frameId: id, state: state?.data ?? null });
  if (!result.ok) return undefined;
  return { type: "ack", id, ...(type === "sync" && { current: await currentView(session) }) };
}

const refused = (id: string | null, problem: object) => ({ type: "refused", id, problem });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
