import { type Actor, authorize, can } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { releaseFacts } from "@/lib/releases/facts";
import { foresee } from "@/lib/releases/foresee";
import { fail, ok } from "@/lib/result";
import { Prisma, type Release } from "@/prisma/generated/client";
import type { WorkItemId } from "./schema";

const related = {
  release: true,
  team: {
    select: {
      id: true,
      name: true,
      responsible: { select: { user: { select: { id: true, username: true, name: true } } } },
    },
  },
} as const;

type Asked = { open?: boolean; limit?: number; before?: { madeAt: Date; id: string } | undefined };

/**
 * What teams on package deployment owe, the newest first: all of it for administrators of releases, their own for whoever is
 * responsible.
 */
export async function listWorkItems(actor: Actor, { open = true, limit = 50, before }: Asked = {}) {
  const rows = await db.workItem.findMany({
    where: {
      ...(open && { closedAt: null }),
      ...theirs(actor),
      ...(before && {
        OR: [{ madeAt: { lt: before.madeAt } }, { madeAt: before.madeAt, id: { lt: before.id } }],
      }),
    },
    include: related,
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
    take: limit + 1,
  });
  const items = rows
    .slice(0, limit)
    .map(({ release, ...item }) => ({ ...item, release: releaseFacts(release) }));
  return { items, more: rows.length > limit };
}
export type WorkItemRow = Awaited<ReturnType<typeof listWorkItems>>["items"][number];

export async function getWorkItem(actor: Actor, { id }: WorkItemId) {
  const found = await findWorkItem(actor, id);
  return found ? ok({ ...found, release: releaseFacts(found.release) }) : fail("not-found");
}

const theirs = (actor: Actor) => {
  if (can(actor, "releases:read")) return {};
  return { team: { responsible: { some: { userId: actor.id ?? "" } } } };
};

/** The devices of a work item's team that owe its release, by person: for whoever installs it there. */
export async function devicesOf(actor: Actor, { id }: WorkItemId) {
  const item = await findWorkItem(actor, id);
  if (!item) return fail("not-found");
  const owing = (await packaged(item.release)).filter(({ teamId }) => teamId === item.teamId);
  const rows = await db.installation.findMany({
    where: { id: { in: owing.map((one) => one.id) } },
    include: {
      user: {
        select: { username: true, name: true, personnelNumber: true, team: { select: { name: true } } },
      },
    },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  return ok(rows);
}

/** Whether a team (`w`) may owe a release (`r`), by the outcomes of the policy, which every device has: to count them takes longer. */
export const isOwed = Prisma.sql`exists (
  select from user_account u join installation i on i.user_id = u.id and i.channel = r.channel
    and i.update_status in ('recommended', 'mandatory', 'os_too_old')
  where u.team_id = w.team_id and u.disabled_at is null)`;

/** On how many devices of each team IT has this release to install. */
export async function devicesByTeam(releaseId: string): Promise<ReadonlyMap<string, number>> {
  const counts = new Map<string, number>();
  const release = await db.release.findUniqueOrThrow({ where: { id: releaseId } });
  for (const { teamId } of await packaged(release)) counts.set(teamId, (counts.get(teamId) ?? 0) + 1);
  return counts;
}

async function packaged(release: Release) {
  const foreseen = await foresee(db, releaseFacts(release), await databaseNow(db));
  return foreseen.filter(({ figures }) => figures.includes("packageDeployment")).map(({ one }) => one);
}

/** A work item that the actor may see. */
export async function findWorkItem(actor: Actor, id: string) {
  if (actor.id === null) authorize(actor, "releases:read");
  return db.workItem.findFirst({ where: { id, ...theirs(actor) }, include: related });
}
