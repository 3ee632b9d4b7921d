import { later } from "@/lib/clock";
import type { LogRequest } from "@/prisma/generated/client";
import type { LogStatus } from "@/prisma/generated/enums";
import type { LogFrame } from "./schema";
import { graceMinutes } from "./schema";

/** The states of a request that is open, in their order. */
const openStatuses: readonly LogStatus[] = ["requested", "delivered", "accepted", "collecting", "uploading"];

/** What of a request decides how it goes on. */
export type Course = Pick<
  LogRequest,
  | "status"
  | "until"
  | "deliveredAt"
  | "acceptedAt"
  | "collectingAt"
  | "uploadingAt"
  | "endedAt"
  | "pieces"
  | "toldPieces"
  | "failure"
>;
/** What becomes other; a state that was passed over has the time of the next. */
export type Step = Partial<Omit<Course, "until">>;
type Refusal = "log-request-over" | "log-not-accepted";

const rankOf = (status: LogStatus) => openStatuses.indexOf(status);
const hasReached = ({ status }: Course, least: LogStatus) => rankOf(status) >= rankOf(least);

/** Until when pieces are taken. */
export const lastMoment = ({ until }: Pick<Course, "until">) =>
  new Date(until.getTime() + graceMinutes * 60_000);

const isOver = (request: Course, now: Date) => request.endedAt !== null || now >= lastMoment(request);

/** What an app tells moves its request on, never back: the same told twice changes nothing. */
export function afterTold(request: Course, told: Omit<LogFrame, "type">, now: Date): Step | Refusal {
  const { status } = told;
  if (request.endedAt !== null) return isRepeated(request, told) ? {} : "log-request-over";
  if (isOver(request, now)) return "log-request-over";
  switch (status) {
    case "received":
      return reach(request, "delivered", now);
    case "accepted":
      return reach(request, "accepted", now);
    case "declined":
      return end(hasReached(request, "accepted") ? "partial" : "declined", now);
    case "failed":
      return { ...end("partial", now), failure: told.detail ?? null };
    case "collecting":
      return hasReached(request, "accepted") ? reach(request, "collecting", now) : "log-not-accepted";
    case "done":
      return hasReached(request, "accepted")
        ? completed({ ...request, toldPieces: told.pieces ?? request.pieces }, now)
        : "log-not-accepted";
  }
}

/** The answer to what an app tells last may get lost. */
function isRepeated(request: Course, { status }: Pick<LogFrame, "status">) {
  if (status === "done") return request.status === "complete";
  return status === "declined" && request.status === "declined";
}

/** Why a piece is not taken; null where it is. */
export function pieceRefusal(request: Course, number: number, now: Date): Refusal | null {
  if (isOver(request, now)) return "log-request-over";
  if (!hasReached(request, "accepted")) return "log-not-accepted";
  return request.toldPieces !== null && number >= request.toldPieces ? "log-request-over" : null;
}

/** One more piece has arrived. */
export const afterPiece = (request: Course, now: Date): Step => ({
  ...reach(request, "uploading", now),
  pieces: request.pieces + 1,
  ...completed({ ...request, pieces: request.pieces + 1 }, now),
});

function completed({ pieces, toldPieces }: Course, now: Date): Step {
  const whole = toldPieces !== null && pieces >= toldPieces;
  return { toldPieces, ...(whole && end("complete", now)) };
}

/** What time alone does to it; `sessionOver`: the session that it was for has ended. Null: nothing yet. */
export function afterTime(
  request: Course,
  { sessionOver }: { sessionOver: boolean },
  now: Date,
): Step | null {
  if (request.endedAt !== null) return null;
  const waits = hasReached(request, "accepted") ? lastMoment(request) : request.until;
  if (!sessionOver && now < waits) return null;
  return end(request.pieces > 0 ? "partial" : "expired", now);
}

/** Somebody takes it back: what has arrived stays. */
export const afterCancel = (request: Course, now: Date): Step | "log-request-over" =>
  request.endedAt === null ? end("cancelled", now) : "log-request-over";

const end = (status: LogStatus, now: Date): Step => ({ status, endedAt: now });

function reach(request: Course, status: LogStatus, now: Date): Step {
  if (hasReached(request, status)) return {};
  const rank = rankOf(status);
  const at = later(now, request.deliveredAt);
  return {
    status,
    deliveredAt: request.deliveredAt ?? at,
    ...(rank >= rankOf("accepted") && { acceptedAt: request.acceptedAt ?? at }),
    ...(rank >= rankOf("collecting") && { collectingAt: request.collectingAt ?? at }),
    ...(rank >= rankOf("uploading") && { uploadingAt: request.uploadingAt ?? at }),
  };
}
