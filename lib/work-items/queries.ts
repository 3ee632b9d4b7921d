import { type Actor, authorize, can } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { releaseFacts } from "@/lib/releases/facts";
import { foresee } from "@/lib/releases/preview";
import { fail, ok } from "@/lib/result";
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

/** What teams on package deployment owe: all of it for administrators of releases, their own for whoever is responsible. */
export async function listWorkItems(actor: Actor, { open = true }: { open?: boolean } = {}) {
  const rows = await db.workItem.findMany({
    where: { ...(open && { closedAt: null }), ...theirs(actor) },
    include: related,
    orderBy: [{ madeAt: "desc" }, { id: "desc" }],
  });
  return ok(rows.map(({ release, ...item }) => ({ ...item, release: releaseFacts(release) })));
}
export type WorkItemRow = Awaited<ReturnType<typeof listWorkItems>>["value"][number];

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
  const release = releaseFacts(item.release);
  const foreseen = await foresee(db, release, await databaseNow(db));
  const owing = foreseen.filter(
    ({ one, figures }) => one.teamId === item.teamId && figures.includes("packageDeployment"),
  );
  const rows = await db.installation.findMany({
    where: { id: { in: owing.map(({ one }) => one.id) } },
    include: { user: { select: { username: true, name: true, personnelNumber: true } } },
    orderBy: [{ user: { name: "asc" } }, { id: "asc" }],
  });
  return ok(rows);
}

/** A work item that the actor may see. */
export async function findWorkItem(actor: Actor, id: string) {
  if (actor.id === null) authorize(actor, "releases:read");
  return db.workItem.findFirst({ where: { id, ...theirs(actor) }, include: related });
}
