import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import type { Channel, ReleaseStatus } from "@/prisma/generated/enums";
import { type ReleaseFacts, releaseFacts } from "./facts";
import { funnelOf } from "./funnel";
import type { ReleaseId } from "./schema";

type Asked = {
  channel?: Channel[];
  status?: ReleaseStatus[];
  limit?: number;
  before?: { createdAt: Date; id: string } | undefined;
};

/** Releases, the newest made first. */
export async function listReleases(
  actor: Actor,
  { channel = [], status = [], limit = 50, before }: Asked = {},
) {
  authorize(actor, "releases:read");
  const rows = await db.release.findMany({
    where: {
      ...(channel.length > 0 && { channel: { in: channel } }),
      ...(status.length > 0 && { status: { in: status } }),
      ...(before && {
        OR: [{ createdAt: { lt: before.createdAt } }, { createdAt: before.createdAt, id: { lt: before.id } }],
      }),
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  return { items: await withNames(rows.slice(0, limit).map(releaseFacts)), more: rows.length > limit };
}
export type ReleaseRow = Awaited<ReturnType<typeof listReleases>>["items"][number];

/** One release, with its funnel. */
export async function getRelease(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const [named] = await withNames([releaseFacts(row)]);
  if (!named) return fail("not-found");
  return ok({ ...named, funnel: await funnelOf(row) });
}
export type ReleaseDetails = Extract<Awaited<ReturnType<typeof getRelease>>, { ok: true }>["value"];

/** Teams and people are kept by id and told by name. */
async function withNames(releases: readonly ReleaseFacts[]) {
  const teamIds = releases.flatMap((one) => [...one.teamIds, ...one.excludeTeamIds]);
  const userIds = releases.flatMap((one) => [...one.userIds, ...one.excludeUserIds]);
  const teams = await db.team.findMany({ where: { id: { in: teamIds } }, select: { id: true, name: true } });
  const users = await db.user.findMany({
    where: { id: { in: userIds } },
    select: { id: true, username: true },
  });
  const names = new Map([
    ...teams.map(({ id, name }) => [id, name] as const),
    ...users.map(({ id, username }) => [id, username] as const),
  ]);
  // Whoever is no more is nobody's business.
  const named = (ids: readonly string[]) => ids.flatMap((id) => names.get(id) ?? []).toSorted();
  return releases.map((release) => ({
    ...release,
    teams: named(release.teamIds),
    users: named(release.userIds),
    excludeTeams: named(release.excludeTeamIds),
    excludeUsers: named(release.excludeUserIds),
  }));
}

type Page = ReleaseId & { limit?: number; before?: { madeAt: Date; id: string } | undefined };

/** Each notice of a release and what became of it, the newest first. */
export async function listDeliveries(actor: Actor, { id, limit = 50, before }: Page) {
  authorize(actor, "releases:read");
  if (!(await db.release.findUnique({ where: { id }, select: { id: true } }))) return fail("not-found");
  const rows = await db.notice.findMany({
    where: {
      releaseId: id,
      ...(before && {
        OR: [{ madeAt: { lt: before.madeAt } }, { madeAt: before.madeAt, id: { lt: before.id } }],
      }),
    },
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    take: limit + 1,
    include: {
      user: { select: { username: true, name: true, team: { select: { name: true } } } },
      session: {
        select: {
          platform: true,
          version: true,
          build: true,
          osName: true,
          osVersion: true,
          device: true,
          browserName: true,
          browserVersion: true,
        },
      },
    },
  });
  return ok({ items: rows.slice(0, limit), more: rows.length > limit });
}
export type Delivery = Extract<
  Awaited<ReturnType<typeof listDeliveries>>,
  { ok: true }
>["value"]["items"][number];
