import { type Body, count, isBody, oneOf, part, text, textOrNull, texts, unexpected } from "./body";
import {
  type AgentState,
  agentStates,
  type Current,
  channels,
  directions,
  type Ended,
  type Forced,
  type IncomingFrame,
  type Interaction,
  type Logging,
  logLevels,
  openPhases,
  type Seat,
  type Session,
  type SignedIn,
  type User,
} from "./protocol";
import { notice, notices } from "./updates";

const state = (body: Body): AgentState => oneOf(agentStates, body, "state");

function user(value: unknown): User {
  const body = part(value, "user");
  return { username: text(body, "username"), name: text(body, "name"), team: text(body, "team") };
}

function session(body: Body): Session {
  const loginAt = text(body, "loginAt");
  return {
    sessionId: text(body, "sessionId"),
    user: user(body.user),
    loginAt,
    state: state(body),
    reason: textOrNull(body, "reason"),
    stateSince: textOrNull(body, "stateSince") ?? loginAt,
    forced: isBody(body.forced) ? forced(body.forced) : null,
    interactions: Array.isArray(body.interactions) ? body.interactions.flatMap(interaction) : [],
    notReadyReasons: texts(body.notReadyReasons),
    notices: Array.isArray(body.notices) ? body.notices.flatMap(notices) : [],
    logging: isBody(body.logging) ? loggingOrNull(body.logging) : null,
  };
}

function forced(body: Body): Forced {
  return {
    state: state(body),
    reason: textOrNull(body, "reason"),
    by: textOrNull(body, "by"),
    message: textOrNull(body, "message"),
    at: text(body, "at"),
  };
}

/** None where its channel, say, is of a later version. */
function interaction(value: unknown): Interaction[] {
  try {
    const body = part(value, "the interaction");
    return [
      {
        interactionId: text(body, "interactionId"),
        phase: oneOf(openPhases, body, "phase"),
        channel: oneOf(channels, body, "channel"),
        direction: oneOf(directions, body, "direction"),
        service: textOrNull(body, "service"),
        offeredAt: textOrNull(body, "offeredAt"),
        startedAt: textOrNull(body, "startedAt"),
      },
    ];
  } catch {
    return [];
  }
}

function logging(body: Body): Logging {
  return {
    requestId: text(body, "requestId"),
    level: oneOf(logLevels, body, "level"),
    until: text(body, "until"),
    maxBytes: count(body, "maxBytes"),
    reason: text(body, "reason"),
    consent: oneOf(["ask", "tell"], body, "consent"),
    accepted: body.accepted === true,
    message: text(body, "message"),
    patterns: texts(body.patterns),
    bytes: count(body, "bytes"),
    nextPiece: count(body, "nextPiece"),
  };
}

/** Null where it is of a later version. */
function loggingOrNull(body: Body): Logging | null {
  try {
    return logging(body);
  } catch {
    return null;
  }
}

export function readCurrent(value: unknown): Current {
  const body = part(value, "the session");
  return { session: session(body), now: textOrNull(body, "now") ?? undefined };
}

export function readSignedIn(value: unknown): SignedIn {
  const body = part(value, "the session");
  return { session: session(body), token: text(body, "token"), stream: text(body, "stream") };
}

export function readSeatTaken(value: unknown): { seat: Seat; takeOver: string } {
  const body = part(value, "the problem");
  const seat = part(body.seat, "seat");
  return {
    seat: {
      app: text(seat, "app"),
      version: text(seat, "version"),
      build: textOrNull(seat, "build"),
      os: textOrNull(seat, "os"),
      device: textOrNull(seat, "device"),
      since: text(seat, "since"),
      state: state(seat),
      onInteraction: seat.onInteraction === true,
    },
    takeOver: text(body, "takeOver"),
  };
}

/** The ways to sign in that this version may know of. */
export function readMethods(value: unknown): string[] {
  const { methods } = part(value, "the ways to sign in");
  if (!Array.isArray(methods)) throw unexpected("methods");
  return texts(methods);
}

export function readEnded(value: unknown): Ended {
  const body = part(value, "the ending");
  return {
    cause: text(body, "cause"),
    message: text(body, "message"),
    by: textOrNull(body, "by"),
    at: textOrNull(body, "at"),
  };
}

/** Undefined for what this version does not know: that is to be ignored. */
export function readFrame(json: string): IncomingFrame | undefined {
  try {
    return frame(part(JSON.parse(json), "the frame"));
  } catch {
    return undefined;
  }
}

function frame(body: Body): IncomingFrame | undefined {
  switch (body.type) {
    case "ack":
      return {
        type: "ack",
        id: text(body, "id"),
        current: body.current === undefined ? undefined : readCurrent(body.current),
      };
    case "refused":
      return { type: "refused", id: textOrNull(body, "id"), problem: body.problem };
    case "state.forced":
      return { type: "state.forced", forced: forced(body) };
    case "notice":
      return { type: "notice", notice: notice(body) };
    case "notice.withdrawn":
      return { type: "notice.withdrawn", noticeId: text(body, "noticeId") };
    case "log.start":
      return { type: "log.start", logging: logging(body) };
    case "log.stop":
      return { type: "log.stop", requestId: text(body, "requestId") };
    case "session.ended":
      return { type: "session.ended", ended: readEnded(body) };
    default:
      return undefined;
  }
}
