import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findByUsername } from "@/lib/users/queries";
import type { Platform } from "@/prisma/generated/enums";
import { daysSignedIn } from "./days";
import { openTimes } from "./times";
import { hashToken } from "./token";

const ofUser = { user: { select: { username: true, name: true, team: true } } } as const;

/** What a token stands for: little, because it is kept for every socket. */
export type TokenSession = {
  id: string;
  userId: string;
  username: string;
  name: string;
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
    select encode(x.token_hash, 'hex') as hash, x.id, x.user_id as "userId", u.username, u.name, t.name as team,
      x.platform::text, x.version, x.build, x.login_at as "loginAt", x.logout_at as "logoutAt",
      l.heartbeat_seconds as "heartbeatSeconds"
    from session x join user_account u on u.id = x.user_id join team t on t.id = u.team_id
      join sign_of_life l on l.user_id = x.user_id
    where x.token_hash = any (array(select decode(h, 'hex') from unnest(${hashes}::text[]) as h))`;
  const found = new Map(rows.map(({ hash, ...session }) => [hash, session]));
  return hashes.map((hash) => found.get(hash) ?? null);
}

/** A session as it is now. */
export const findSession = (id: string) => db.session.findUniqueOrThrow({ where: { id }, include: ofUser });
export type SessionOfUser = Awaited<ReturnType<typeof findSession>>;

type Page = { limit: number; before?: { loginAt: Date; id: string } | undefined };

/** A user's sessions, newest first, with the time in each state and who ended them. */
export async function listSessions(actor: Actor, username: string, { limit, before }: Page) {
  authorize(actor, "sessions:read");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");
  return ok(await sessionsOf(user.id, { limit, before }));
}

/** A person's own sessions: the caller answers for whose they are. */
export async function sessionsOf(userId: string, { limit, before }: Page) {
  const rows = await db.session.findMany({
    where: {
      userId: userId,
      ...(before && {
        OR: [{ loginAt: { lt: before.loginAt } }, { loginAt: before.loginAt, id: { lt: before.id } }],
      }),
    },
    orderBy: [{ loginAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: { team: true },
  });
  const page = rows.slice(0, limit);
  const people = await namesOf(page.flatMap((row) => (row.endedById === null ? [] : [row.endedById])));
  const lastSeen = await db.signOfLife.findUnique({ where: { userId: userId } });
  const [times, totals] = await Promise.all([openTimes(db, userId), totalsOf(userId)]);
  const items = await Promise.all(
    page.map(async (row, index) => ({
      ...row,
      takenOverBy:
        row.cause === "taken_over" ? (page[index - 1] ?? (await sessionAfter(row)))?.platform : null,
      ...(row.logoutAt === null && times),
      lastSeenAt: row.lastSeenAt ?? lastSeen?.lastSeenAt ?? row.loginAt,
      endedByName: row.endedById === null ? null : (people.get(row.endedById) ?? null),
    })),
  );
  return { items, more: rows.length > limit, totals };
}
export type SessionRow = Awaited<ReturnType<typeof sessionsOf>>["items"][number];

const longestDayMs = 25 * 3_600_000;

/** How long a user whom the actor has read was signed in on each of the last days of a zone, by platform. */
export async function signedInDays(
  actor: Actor,
  userId: string,
  { timeZone, count }: { timeZone: string; count: number },
) {
  authorize(actor, "sessions:read");
  const now = await databaseNow(db);
  const from = new Date(now.getTime() - (count + 1) * longestDayMs);
  const sessions = await db.session.findMany({
    where: { userId, loginAt: { lt: now }, OR: [{ logoutAt: null }, { logoutAt: { gt: from } }] },
    select: { platform: true, loginAt: true, logoutAt: true },
  });
  const stays = sessions.map(({ platform, loginAt, logoutAt }) => ({
    platform,
    from: loginAt,
    to: logoutAt ?? now,
  }));
  return daysSignedIn(stays, { timeZone, now, count });
}

/** How many sessions a user has had, how many of them on Mobile, and since when. */
async function totalsOf(userId: string) {
  const rows = await db.session.groupBy({
    by: ["platform"],
    where: { userId },
    _count: true,
    _min: { loginAt: true },
  });
  const starts = rows.flatMap((row) => row._min.loginAt ?? []);
  return {
    all: rows.reduce((sum, row) => sum + row._count, 0),
    mobile: rows.find((row) => row.platform === "mobile")?._count ?? 0,
    first: starts.length > 0 ? new Date(Math.min(...starts.map((start) => start.getTime()))) : null,
  };
}

/** The session that the same user opened next. */
export const sessionAfter = ({ userId, loginAt }: { userId: string; loginAt: Date }) =>
  db.session.findFirst({ where: { userId, loginAt: { gt: loginAt } }, orderBy: { loginAt: "asc" } });

async function namesOf(ids: string[]) {
  const users = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
