import { db } from "@/lib/db";
import type { LogConsent, LogLevel, LogStatus } from "@/prisma/generated/enums";

/** A request that an app has to know of. */
export type StandingRequest = {
  id: string;
  level: LogLevel;
  consent: LogConsent;
  reason: string;
  status: LogStatus;
  until: Date;
  maxBytes: number;
  bytes: number;
  /** The number of the next piece: after a restart an app goes on there. */
  nextPiece: number;
};

/** The open request for each of these sessions, in their order; null where there is none, or its app is done with it. */
export async function standingByTurn(sessionIds: readonly string[]): Promise<(StandingRequest | null)[]> {
  const rows = await db.$queryRaw<(StandingRequest & { forSession: string })[]>`
    select x.id as "forSession", r.id, r.level::text, r.consent::text, r.reason, r.status::text, r.until,
      r.max_bytes as "maxBytes", r.bytes,
      (select coalesce(max(number) + 1, 0) from log_piece where request_id = r.id) as "nextPiece"
    from log_request r join session x on x.user_id = r.user_id and coalesce(r.session_id = x.id, true)
    where r.ended_at is null and r.told_pieces is null and x.id = any(${[...sessionIds]}::uuid[])`;
  const found = new Map(rows.map(({ forSession, ...row }) => [forSession, row]));
  return sessionIds.map((id) => found.get(id) ?? null);
}
