import { z } from "zod";
import { type Actor, authorize, inScope, scopeFilter } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { SearchText } from "@/lib/text";
import { findByUsername, findNames } from "@/lib/users/queries";
import { LogLevel, LogStatus } from "@/prisma/generated/enums";
import type { LogRequestId, OpenLogOf } from "./schema";

/** Which requests somebody wants to see: the newest first, after the last one of the page before. */
export const ListLogs = z.strictObject({
  search: SearchText.optional(),
  status: z.array(z.enum(LogStatus)).optional(),
  level: z.array(z.enum(LogLevel)).optional(),
  teamId: z.uuid().optional(),
  /** Ids or names of teams. */
  team: z.array(z.string()).optional(),
  userId: z.uuid().optional(),
  /** The same by the username. */
  user: z.string().optional(),
  from: z.date().optional(),
  to: z.date().optional(),
  before: z.strictObject({ requestedAt: z.date(), id: z.uuid() }).optional(),
  limit: z.int().min(1).max(500).default(50),
});
export type ListLogs = z.input<typeof ListLogs>;

const whose = {
  user: { select: { id: true, username: true, name: true, team: { select: { id: true, name: true } } } },
} as const;

/** Requests for logs of people whom the actor may see. The search is for a name, a reason or a ticket. */
export async function listLogRequests(actor: Actor, asked: ListLogs = {}) {
  authorize(actor, "logs:read");
  const { search, status, level, teamId, team, userId, user, from, to, before, limit } =
    ListLogs.parse(asked);
  const named = user === undefined ? undefined : await findByUsername(db, user);
  if (named === null) return { items: [], more: false };
  const contains = search ? ({ contains: search, mode: "insensitive" } as const) : undefined;
  const rows = await db.logRequest.findMany({
    where: {
      AND: [
        { user: scopeFilter(actor) },
        teamId ? { user: { teamId } } : {},
        team?.length ? { user: { team: among(team) } } : {},
        named ? { userId: named.id } : {},
        contains
          ? {
              OR: [
                { user: { name: contains } },
                { user: { username: contains } },
                { reason: contains },
                { ticket: contains },
              ],
            }
          : {},
        before
          ? { OR: [{ requestedAt: { lt: before.requestedAt } }, { ...before, id: { lt: before.id } }] }
          : {},
      ],
      ...(userId && { userId }),
      ...(status?.length && { status: { in: status } }),
      ...(level?.length && { level: { in: level } }),
      requestedAt: { ...(from && { gte: from }), ...(to && { lt: to }) },
    },
    include: whose,
    orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const names = await findNames(rows.map(({ askedById }) => askedById ?? "").filter((id) => id !== ""));
  const items = rows.slice(0, limit);
  const askers = new Map(
    rows.filter(({ askedById }) => askedById).map((row, at) => [row.id, names[at] ?? null]),
  );
  return {
    items: items.map((row) => ({ ...row, askedBy: askers.get(row.id) ?? null })),
    more: rows.length > limit,
  };
}

const among = (teams: string[]) => ({
  OR: [{ id: { in: teams.filter((team) => z.uuid().safeParse(team).success) } }, { name: { in: teams } }],
});

export type LogRequestRow = Awaited<ReturnType<typeof listLogRequests>>["items"][number];

/** One of them. */
export async function getLogRequest(actor: Actor, { id }: LogRequestId) {
  authorize(actor, "logs:read");
  const row = await db.logRequest.findFirst({ where: { id, user: scopeFilter(actor) }, include: whose });
  if (!row) return fail("not-found");
  const [askedBy = null] = row.askedById ? await findNames([row.askedById]) : [];
  return ok({ ...row, askedBy });
}

/** The open request for somebody, of which there is at most one; null where there is none. */
export async function openLogRequest(actor: Actor, { username }: OpenLogOf) {
  authorize(actor, "logs:ask");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");
  const row = await db.logRequest.findFirst({ where: { userId: user.id, endedAt: null }, include: whose });
  if (!row) return ok(null);
  const [askedBy = null] = row.askedById ? await findNames([row.askedById]) : [];
  return ok({ ...row, askedBy });
}

/** What has arrived of a log: the span of time of its lines, and how many pieces before the last one have not. */
export async function logSpan({ id }: LogRequestId) {
  const { _min, _max, _count } = await db.logPiece.aggregate({
    where: { requestId: id },
    _min: { firstAt: true },
    _max: { lastAt: true, number: true },
    _count: true,
  });
  return { firstAt: _min.firstAt, lastAt: _max.lastAt, missing: (_max.number ?? -1) + 1 - _count };
}
