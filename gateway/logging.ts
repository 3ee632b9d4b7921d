import { inBatches } from "@/lib/batches";
import { db } from "@/lib/db";
import { type StandingRequest, standingByTurn } from "@/lib/logs/standing";
import { readSettings } from "@/lib/settings/queries";
import { texts } from "./texts";

// Whoever asks at the same moment is looked up together: every sign-in and every sync does.
const lookUps = inBatches(standingByTurn, { most: 1000 });

/** A request for its log as an app is told of it. */
export type LoggingView = ReturnType<typeof loggingView>;

const loggingView = ({ id, status, ...request }: StandingRequest, patterns: readonly string[]) => ({
  requestId: id,
  level: request.level,
  until: request.until.toISOString(),
  maxBytes: request.maxBytes,
  reason: request.reason,
  consent: request.consent,
  accepted: status !== "requested" && status !== "delivered",
  message: texts(`logging.${request.consent}`, { reason: request.reason }),
  patterns,
  bytes: request.bytes,
  nextPiece: request.nextPiece,
});

/** What a session's app has to know of a request for its log; null where nobody asks. */
export async function loggingOf(sessionId: string): Promise<LoggingView | null> {
  const request = await lookUps.add(sessionId);
  if (!request) return null;
  const { logPatterns } = await readSettings(db);
  const patterns = (logPatterns ?? "").split(",").map((pattern) => pattern.trim());
  return loggingView(
    request,
    patterns.filter((pattern) => pattern !== ""),
  );
}
