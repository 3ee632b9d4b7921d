import { type Actor, authorize, inScope, personOf } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";
import { fitterFor } from "./catalogue";
import { audienceOf, mayChange, mayRemove, maySee } from "./reach";
import { type LayoutPage, LayoutSubject, readingOf } from "./schema";

/** The layouts of a subject that the reader may see, own ones first, each fitted to what the subject has now. */
export async function listLayouts(actor: Actor, subject: LayoutSubject) {
  const layouts = await readLayouts(actor, subject, { orderBy: [{ name: "asc" }, { id: "asc" }] });
  return layouts.toSorted((a, b) => Number(b.mine) - Number(a.mine));
}
export type ListedLayout = Awaited<ReturnType<typeof readLayouts>>[number];

/** The same as pages, in the order in which they were made. */
export async function pageLayouts(actor: Actor, { subject, limit, cursor }: LayoutPage) {
  const rows = await readLayouts(actor, subject, {
    where: cursor === undefined ? {} : { id: { gt: cursor } },
    orderBy: [{ id: "asc" }],
    take: limit + 1,
  });
  return { items: rows.slice(0, limit), more: rows.length > limit };
}

export async function getLayout(actor: Actor, id: string) {
  const named = await db.layout.findUnique({ where: { id }, select: { subject: true } });
  if (!named) return fail("not-found");
  const [layout] = await readLayouts(actor, LayoutSubject.parse(named.subject), { where: { id } });
  return layout ? ok(layout) : fail("not-found");
}

type Which = Pick<Prisma.LayoutFindManyArgs, "where" | "orderBy" | "take">;

async function readLayouts(actor: Actor, subject: LayoutSubject, { where = {}, ...order }: Which) {
  authorize(actor, readingOf[subject]);
  // Of a program that acts for nobody no layout is its own.
  const me = actor.id;
  const own = me === null ? [] : [{ ownerId: me }];
  const seen = actor.scope === "all" ? { teamId: { not: null } } : { teamId: { in: [...actor.scope] } };
  const [rows, fitted] = await Promise.all([
    db.layout.findMany({
      where: { AND: [{ subject, OR: [...own, { everyone: true }, seen] }, where] },
      include: {
        owner: { select: { name: true, teamId: true } },
        team: { select: { name: true } },
        defaults: { where: { OR: [{ userId: me }, { userId: null }] } },
      },
      ...order,
    }),
    fitterFor(subject),
  ]);
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    revision: row.revision,
    audience: audienceOf(row),
    /** The name of the team that it is shared with. */
    team: row.team?.name ?? null,
    mine: row.ownerId === me,
    /** Null where the reader may not know: people are seen by those of their teams. */
    owner: row.ownerId === me || inScope(actor, row.owner.teamId) ? row.owner.name : null,
    /** With the names of what it had that is not there any more. */
    ...fitted(row.content),
    /** For whom it is what the subject opens with: the reader, the team that it is shared with, everyone. */
    opensFor: {
      me: me !== null && row.defaults.some(({ userId }) => userId === me),
      team: row.defaults.some(({ teamId }) => teamId !== null && teamId === row.teamId),
      everyone: row.defaults.some(({ userId, teamId }) => userId === null && teamId === null),
    },
    mayChange: mayChange(actor, row),
    mayRemove: mayRemove(actor, row),
  }));
}

/**
 * With which layout a subject opens for the reader: their own default, else the one of a team of theirs, else everyone's;
 * null for stock.
 */
export async function defaultLayout(actor: Actor, subject: LayoutSubject): Promise<string | null> {
  authorize(actor, readingOf[subject]);
  const me = personOf(actor);
  const teamIds = (await teamsOf(db, me)).filter((teamId) => inScope(actor, teamId));
  const rows = await db.layoutDefault.findMany({
    where: { subject, OR: [{ userId: me }, { teamId: { in: teamIds } }, { userId: null, teamId: null }] },
    include: { layout: { select: { ownerId: true, everyone: true, teamId: true } } },
  });
  const visible = rows.filter(({ layout }) => maySee(actor, layout));
  const first =
    visible.find(({ userId }) => userId === me) ??
    teamIds.map((id) => visible.find(({ teamId }) => teamId === id)).find((row) => row) ??
    visible.find(({ userId, teamId }) => userId === null && teamId === null);
  return first?.layoutId ?? null;
}

/** A person's own team, then those they supervise by name. */
async function teamsOf(tx: Tx, userId: string): Promise<string[]> {
  const user = await tx.user.findUnique({
    where: { id: userId },
    select: {
      teamId: true,
      supervises: { select: { teamId: true }, orderBy: { team: { name: "asc" } } },
    },
  });
  return user ? [...new Set([user.teamId, ...user.supervises.map(({ teamId }) => teamId)])] : [];
}
