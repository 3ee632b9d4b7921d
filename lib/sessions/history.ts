import { type Actor, authorize, belongingTo, inScope } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { findByUsername } from "@/lib/users/queries";
import type { Prisma } from "@/prisma/generated/client";
import { facetsOf, type Group } from "./facets";
import { deviceGroup, sessionsWhere, touching } from "./filter";
import type { SessionFilter } from "./schema";
import { openTimes } from "./times";

type Page = {
  limit: number;
  before?: { loginAt: Date; id: string } | undefined;
  filter?: SessionFilter | undefined;
};

/** A user's sessions, newest first, with the time in each state and who ended them. */
export async function listSessions(actor: Actor, username: string, page: Page) {
  authorize(actor, "sessions:read");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");
  return ok(await sessionsOf(user.id, page));
}

/** One session of a user, as the list has it. */
export async function getSession(actor: Actor, username: string, id: string) {
  authorize(actor, "sessions:read");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");
  const rows = await db.session.findMany({ where: { id, userId: user.id }, include: related });
  const [row] = await told(user.id, rows);
  return row ? ok(row) : fail("not-found");
}

/** A person's own sessions: the caller answers for whose they are. */
export async function sessionsOf(userId: string, { limit, before, filter }: Page) {
  const rows = await db.session.findMany({
    where: {
      AND: [
        filter ? await sessionsWhere(userId, filter) : { userId },
        before
          ? { OR: [{ loginAt: { lt: before.loginAt } }, { loginAt: before.loginAt, id: { lt: before.id } }] }
          : {},
      ],
    },
    orderBy: [{ loginAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: related,
  });
  return { items: await told(userId, rows.slice(0, limit)), more: rows.length > limit };
}
export type SessionRow = Awaited<ReturnType<typeof sessionsOf>>["items"][number];

const related = {
  team: true,
  resumedFrom: { select: { id: true, logoutAt: true } },
  resumedBy: { select: { id: true, loginAt: true } },
} satisfies Prisma.SessionInclude;

type Row = Prisma.SessionGetPayload<{ include: typeof related }>;

/** The rows with what stands elsewhere: the times of an open one, who ended it, and which session came instead. */
async function told(userId: string, rows: readonly Row[]) {
  const [people, next, lastSeen, times] = await Promise.all([
    namesOf(rows.flatMap((row) => row.endedById ?? [])),
    replacing(rows.filter((row) => row.cause === "taken_over" || row.cause === "same_device")),
    db.signOfLife.findUnique({ where: { userId } }),
    rows.some((row) => row.logoutAt === null) ? openTimes(db, userId) : null,
  ]);
  return rows.map((row) => ({
    ...row,
    ...(row.logoutAt === null && times),
    lastSeenAt: row.lastSeenAt ?? lastSeen?.lastSeenAt ?? row.loginAt,
    endedByName: row.endedById === null ? null : (people.get(row.endedById) ?? null),
    // Another person on the same device left this one's seat empty.
    replacedBy: row.endedById === userId ? (next.get(row.id) ?? null) : null,
  }));
}

/** The sessions that the same users opened next, by the id of the one before. */
async function replacing(rows: readonly Row[]) {
  if (rows.length === 0) return new Map<string, never>();
  const pairs = await db.$queryRaw<{ id: string; nextId: string }[]>`
    select s.id, n.id as "nextId" from session s cross join lateral (
      select id from session n where n.user_id = s.user_id and n.login_at > s.login_at order by n.login_at limit 1
    ) n where s.id = any (${rows.map((row) => row.id)}::uuid[])`;
  const found = await db.session.findMany({ where: { id: { in: pairs.map((pair) => pair.nextId) } } });
  const byId = new Map(found.map((session) => [session.id, session]));
  return new Map(pairs.map(({ id, nextId }) => [id, byId.get(nextId)]));
}

/** How many sessions a user ever had, since when, and what a filter makes of them. */
export async function sessionFacets(actor: Actor, userId: string, filter: SessionFilter) {
  authorize(actor, "sessions:read");
  const theirs = belongingTo(actor, userId);
  const [totals, rows] = await Promise.all([
    db.session.aggregate({ where: theirs, _count: true, _min: { loginAt: true } }),
    db.session.groupBy({
      by: ["platform", "version", "device", "browserName", "cause"],
      where: { ...theirs, ...touching(filter) },
      _count: true,
    }),
  ]);
  const groups: Group[] = rows.map((row) => ({
    platform: row.platform,
    version: row.version,
    device: deviceGroup(row),
    cause: row.cause,
    count: row._count,
  }));
  return { ...facetsOf(groups, filter), all: totals._count, first: totals._min.loginAt };
}

async function namesOf(ids: readonly string[]) {
  const users = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  return new Map(users.map((user) => [user.id, user.name]));
}
