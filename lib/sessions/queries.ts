import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findByUsername } from "@/lib/users/queries";
import { daysSignedIn } from "./days";
import { timesInState } from "./end";
import { hashToken } from "./token";

const ofToken = { user: { select: { username: true, name: true, team: true } } } as const;

/** The session that a token names, open or ended; null if there never was one. */
export async function findByToken(token: string) {
  const session = await db.session.findUnique({ where: { tokenHash: hashToken(token) }, include: ofToken });
  if (!session) return null;
  const sign = await db.signOfLife.findUniqueOrThrow({ where: { userId: session.userId } });
  return { ...session, heartbeatSeconds: sign.heartbeatSeconds };
}
export type TokenSession = NonNullable<Awaited<ReturnType<typeof findByToken>>>;

/** A session as it is now. */
export const findSession = (id: string) => db.session.findUniqueOrThrow({ where: { id }, include: ofToken });
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
  const [now, totals] = await Promise.all([databaseNow(db), totalsOf(userId)]);
  const items = await Promise.all(
    page.map(async (row, index) => ({
      ...row,
      takenOverBy:
        row.cause === "taken_over" ? (page[index - 1] ?? (await sessionAfter(row)))?.platform : null,
      ...(row.logoutAt === null && (await timesInState(db, row.id, now))),
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
