import { type Actor, authorize, belongingTo } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import type { ActorKind, Cause, Platform } from "@/prisma/generated/enums";
import { daysSignedIn } from "./days";
import { hashToken } from "./token";

/** What a token stands for: little, because it is kept for every socket. */
export type TokenSession = {
  id: string;
  userId: string;
  username: string;
  name: string;
  teamId: string;
  team: string;
  platform: Platform;
  version: string;
  build: string | null;
  loginAt: Date;
  logoutAt: Date | null;
  heartbeatSeconds: number;
};

/** The sessions that tokens name, open or ended, in the order of the tokens; null where there never was one. */
export async function findByTokens(tokens: readonly string[]): Promise<(TokenSession | null)[]> {
  const hashes = tokens.map((token) => Buffer.from(hashToken(token)).toString("hex"));
  const rows = await db.$queryRaw<(TokenSession & { hash: string })[]>`
    select encode(x.token_hash, 'hex') as hash, x.id, x.user_id as "userId", u.username, u.name, u.team_id as "teamId", t.name as team,
      x.platform::text, x.version, x.build, x.login_at as "loginAt", x.logout_at as "logoutAt",
      l.heartbeat_seconds as "heartbeatSeconds"
    from session x join user_account u on u.id = x.user_id join team t on t.id = u.team_id
      join sign_of_life l on l.user_id = x.user_id
    where x.token_hash = any (array(select decode(h, 'hex') from unnest(${hashes}::text[]) as h))`;
  const found = new Map(rows.map(({ hash, ...session }) => [hash, session]));
  return hashes.map((hash) => found.get(hash) ?? null);
}

/** What is told of a session that has ended; of one that is open, `logoutAt` and `cause` are null. */
export type EndedSession = {
  id: string;
  userId: string;
  /** Of its person. */
  name: string;
  loginAt: Date;
  logoutAt: Date | null;
  cause: Cause | null;
  endedByKind: ActorKind | null;
  endedById: string | null;
  endReason: string | null;
};

/** How sessions ended, as it is known now, in the order of their ids. Few columns: a deadline ends thousands at once. */
export async function findEnded(ids: readonly string[]) {
  const rows = await db.$queryRaw<EndedSession[]>`
    select x.id, x.user_id as "userId", u.name, x.login_at as "loginAt", x.logout_at as "logoutAt", x.cause::text,
      x.ended_by_kind::text as "endedByKind", x.ended_by_id as "endedById", x.end_reason as "endReason"
    from session x join user_account u on u.id = x.user_id where x.id = any(${[...ids]}::uuid[])`;
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id));
}

const longestDayMs = 25 * 3_600_000;

/** How long a user was signed in on each of the last days of a zone, by platform. */
export async function signedInDays(
  actor: Actor,
  userId: string,
  { timeZone, count }: { timeZone: string; count: number },
) {
  authorize(actor, "sessions:read");
  const now = await databaseNow(db);
  const from = new Date(now.getTime() - (count + 1) * longestDayMs);
  const sessions = await db.session.findMany({
    where: {
      ...belongingTo(actor, userId),
      loginAt: { lt: now },
      OR: [{ logoutAt: null }, { logoutAt: { gt: from } }],
    },
    select: { platform: true, loginAt: true, logoutAt: true },
  });
  const stays = sessions.map(({ platform, loginAt, logoutAt }) => ({
    platform,
    from: loginAt,
    to: logoutAt ?? now,
  }));
  return daysSignedIn(stays, { timeZone, now, count });
}

/** The session that the same user opened next. */
export const sessionAfter = ({ userId, loginAt }: { userId: string; loginAt: Date }) =>
  db.session.findFirst({ where: { userId, loginAt: { gt: loginAt } }, orderBy: { loginAt: "asc" } });
