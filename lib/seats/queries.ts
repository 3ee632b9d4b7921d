import { db } from "@/lib/db";
import { isWokenByPush } from "@/lib/push/reach";
import { Prisma } from "@/prisma/generated/client";
import type { ActorKind, AgentState } from "@/prisma/generated/enums";
import type { Contact } from "./silence";

/** A gap longer than this between the beats of all gateways is an outage. */
export const outageMs = 2000;

/**
 * When the gateways last came back from an outage of all of them: now, while none has beaten since. No silence counts
 * from before it.
 */
export const resumedAt = Prisma.sql`coalesce((
  select case
    when ledger_now() - beat_at > ${outageMs} * interval '1 ms' then ledger_now()
    else resumed_at
  end from gateway_beat), to_timestamp(0))`;

/**
 * The contact of open seats, null of others: `contact` of silence.ts in SQL, over `s` (seat), `l` (sign_of_life) and `i`
 * (installation), for lists that show it or are narrowed by it.
 */
export function contactOf(mobileSilenceSeconds: number): Prisma.Sql {
  const quiet = Prisma.sql`extract(epoch from ledger_now() - l.last_seen_at)`;
  const lease = Prisma.sql`case when s.open_interactions > 0 then l.interaction_lease_seconds else l.lease_seconds end`;
  return Prisma.sql`(case
    when not s.open then null
    when ${quiet} <= (case when s.stream_id is null then 1 else 3 end) * l.heartbeat_seconds + 1 then 'connected'
    when s.stream_id is null and ${isWokenByPush(Prisma.sql`l.last_seen_at`)} then 'asleep'
    when ${quiet} <= coalesce(${lease}, ${mobileSilenceSeconds}) then 'silent'
    else 'unreachable'
  end)`;
}

export const contactIs = (kinds: readonly Contact[], mobileSilenceSeconds: number): Prisma.Sql =>
  Prisma.sql`(s.open and ${contactOf(mobileSilenceSeconds)} = any(${[...kinds]}))`;

/** As much of a seat as its stream needs to know; `sessionId` is null where nobody is signed in. */
export type SeatNow = {
  userId: string;
  revision: number;
  sessionId: string | null;
  streamId: string | null;
  state: AgentState | null;
  reason: string | null;
  forcedAt: Date | null;
  forcedByKind: ActorKind | null;
  forcedById: string | null;
};

/** The seats of these users, by user. */
export async function seatsNow(userIds: readonly string[]): Promise<Map<string, SeatNow>> {
  const rows = await db.$queryRaw<SeatNow[]>`
    select user_id as "userId", revision::float8, case when open then session_id end as "sessionId", stream_id as "streamId", state::text, reason,
      forced_at as "forcedAt", forced_by_kind::text as "forcedByKind", forced_by_id as "forcedById"
    from seat where user_id = any(${[...userIds]}::uuid[])`;
  return new Map(rows.map((row) => [row.userId, row]));
}
