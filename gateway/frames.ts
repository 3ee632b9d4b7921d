import { z } from "zod";
import { tellLog } from "@/lib/logs/arrival";
import { LogFrame } from "@/lib/logs/schema";
import { NoticeFrame } from "@/lib/notices/schema";
import { Frame, FrameId } from "@/lib/seats/schema";
import type { TokenSession } from "@/lib/sessions/queries";
import { viewOf } from "./current";
import type { Ledger } from "./ledger";
import type { LoggingView } from "./logging";
import { type NoticeView, tellDeed } from "./notices";
import { invalid, problemOf } from "./problem";
import type { Signs } from "./signs";

const Envelope = z.object({ id: FrameId, type: z.string().max(64) });
const knownTypes: ReadonlySet<string> = new Set(["state", "sync", "interaction", "alive", "notice", "log"]);

/** From this age on a frame counts as reported late; below it, it was only on its way. */
const lateMs = 1000;

type Told = Extract<Awaited<ReturnType<Ledger["tell"]>>, { seat: object }>;

export type Answer = {
  /** Undefined where the session has ended meanwhile. */
  frame: object | undefined;
  /** What the ledger said, where it was asked. */
  told?: Told;
  /** The notices that its frame tells, and the request for a log, where it tells all. */
  listed?: { notices: readonly NoticeView[]; logging: LoggingView | null };
};

/** Answers one frame of an app: an `ack` after it is stored, or `refused`. */
export async function answerFrame(
  sent: unknown,
  session: TokenSession,
  { ledger, signs }: { ledger: Ledger; signs: Signs },
): Promise<Answer> {
  if (sent === undefined) return refused(null, problemOf("invalid-request", notAFrame));
  const envelope = Envelope.safeParse(sent);
  if (!envelope.success) return refused(null, problemOf("invalid-request", invalid(envelope.error)));
  const { id, type } = envelope.data;
  if (!knownTypes.has(type)) return refused(id, problemOf("unknown-type"));
  if (type === "notice") return answerNotice(id, sent, session);
  if (type === "log") return answerLog(id, sent, session);
  const parsed = Frame.safeParse(sent);
  if (!parsed.success) return refused(id, problemOf("invalid-request", invalid(parsed.error)));
  const frame = parsed.data;

  if (frame.type === "alive") {
    await signs.show(session);
    return ack(id);
  }
  const { ageMs } = frame;
  const event = { kind: "frame" as const, frameId: id, frame, agedMs: ageMs, late: ageMs >= lateMs };
  const told = await ledger.tell({ userId: session.userId, sessionId: session.id, event });
  switch (told.outcome) {
    case "stored":
    case "repeated":
      return frame.type === "sync"
        ? synced(id, await viewOf(session, told.seat, told.now), told)
        : { ...ack(id), told };
    case "too-many-interactions":
      return { ...refused(id, problemOf("too-many-interactions")), told };
    case "failed":
      return refused(id, problemOf("internal"));
    default:
      return { frame: undefined };
  }
}

const synced = (id: string, current: Awaited<ReturnType<typeof viewOf>>, told: Told): Answer => ({
  ...ack(id, { current }),
  told,
  listed: current,
});

async function answerNotice(id: string, sent: unknown, session: TokenSession): Promise<Answer> {
  const parsed = NoticeFrame.safeParse(sent);
  if (!parsed.success) return refused(id, problemOf("invalid-request", invalid(parsed.error)));
  const stored = await tellDeed(session, parsed.data);
  return stored ? ack(id) : refused(id, problemOf("not-found"));
}

async function answerLog(id: string, sent: unknown, session: TokenSession): Promise<Answer> {
  const parsed = LogFrame.safeParse(sent);
  if (!parsed.success) return refused(id, problemOf("invalid-request", invalid(parsed.error)));
  const stored = await tellLog(session, parsed.data);
  return stored.ok ? ack(id) : refused(id, problemOf(stored.code));
}

const notAFrame = { errors: [{ path: "", message: "a frame must be JSON" }] };
const ack = (id: string, more: object = {}): Answer => ({ frame: { type: "ack", id, ...more } });
const refused = (id: string | null, problem: object): Answer => ({ frame: { type: "refused", id, problem } });

/** Undefined for what is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
