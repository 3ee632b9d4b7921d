import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, personOf } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { type Faults, fail, ok } from "@/lib/result";
import { holdTeams } from "@/lib/teams/lock";
import { uniqueViolation } from "@/lib/unique";
import type { Layout } from "@/prisma/generated/client";
import { faultsIn } from "./catalogue";
import { readContent } from "./content";
import { audienceOf, columnsOf, isShared, mayChange, mayRemove, maySee, mayShareWith } from "./reach";
import {
  type Audience,
  type ChangeLayout,
  type DeleteLayout,
  LayoutSubject,
  mostLayouts,
  readingOf,
  type SaveLayout,
} from "./schema";

/** Keeps a layout under a name of the actor's own. */
export function saveLayout(actor: Actor, { subject, name, audience, content }: SaveLayout) {
  authorize(actor, readingOf[subject]);
  const ownerId = personOf(actor);

  return naming(async (tx) => {
    const faults = await faultsIn(tx, subject, content);
    if (faults.length > 0) return refused(faults);
    if (!mayShareWith(actor, audience)) return fail("not-allowed");
    if (!(await isThere(tx, audience))) return fail("unknown-team");
    // Else two at once would both be the hundredth.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('layouts'), hashtext(${ownerId}))`;
    if ((await tx.layout.count({ where: { ownerId, subject } })) >= mostLayouts)
      return fail("too-many-layouts");
    const id = uuidv7();
    const changedAt = await databaseNow(tx);
    const data = { id, subject, name, ownerId, content, changedAt, ...columnsOf(audience) };
    const layout = await tx.layout.create({ data });
    if (isShared(layout))
      await audit(tx, actor, { verb: "layout.share", subject: id, changes: { to: { name, audience } } });
    return ok({ id, revision: layout.revision });
  });
}

/** Changes what is named: content, name, who sees it. Nothing where it is no longer as the actor saw it. */
export function changeLayout(actor: Actor, { id, revision, ...patch }: ChangeLayout) {
  return naming(async (tx) => {
    const { audience } = patch;
    // Teams first, as whoever deletes one has them.
    const there = !audience || (await isThere(tx, audience));
    const before = await lockLayout(tx, actor, id);
    if (!before) return fail("not-found");
    const alters = patch.name !== undefined || patch.content !== undefined;
    if (alters && !mayChange(actor, before)) return fail("not-allowed");
    if (!mayRemove(actor, before) || (audience && !mayShareWith(actor, audience))) return fail("not-allowed");
    if (before.revision !== revision) return fail("setting-changed");
    if (!there) return fail("unknown-team");
    const subject = LayoutSubject.parse(before.subject);
    const faults = patch.content ? await faultsIn(tx, subject, patch.content) : [];
    if (faults.length > 0) return refused(faults);

    const { name, content } = patch;
    const after = await tx.layout.update({
      where: { id },
      data: {
        ...(name !== undefined && { name }),
        ...(content && { content }),
        ...(audience && columnsOf(audience)),
        revision: revision + 1,
        changedAt: await databaseNow(tx),
      },
    });
    if (audience) await dropDefaults(tx, id, audience);
    if (isShared(before) || isShared(after)) {
      const changes = { from: told(before, content), to: told(after, content) };
      await audit(tx, actor, { verb: "layout.change", subject: id, changes });
    }
    return ok({ id, revision: after.revision });
  });
}

export async function deleteLayout(actor: Actor, { id, revision }: DeleteLayout) {
  return db.$transaction(async (tx) => {
    const layout = await lockLayout(tx, actor, id);
    if (!layout) return fail("not-found");
    if (!mayRemove(actor, layout)) return fail("not-allowed");
    if (layout.revision !== revision) return fail("setting-changed");
    await tx.layout.delete({ where: { id } });
    if (isShared(layout))
      await audit(tx, actor, { verb: "layout.delete", subject: id, changes: { from: told(layout) } });
    return ok({ id });
  });
}

/** A layout that the actor may see, locked until the transaction ends. */
export async function lockLayout(tx: Tx, actor: Actor, id: string): Promise<Layout | null> {
  await tx.$queryRaw`select 1 from layout where id = ${id}::uuid for update`;
  const layout = await tx.layout.findUnique({ where: { id } });
  if (!layout) return null;
  authorize(actor, readingOf[LayoutSubject.parse(layout.subject)]);
  return maySee(actor, layout) ? layout : null;
}

/** Nothing opens with a layout for people who see it no more; each person's own default is passed over when it is read. */
async function dropDefaults(tx: Tx, layoutId: string, audience: Audience) {
  if (audience.kind === "everyone") return;
  await tx.layoutDefault.deleteMany({
    where: {
      layoutId,
      userId: null,
      // Everyone's default has no team, and SQL's "not this team" leaves out what has none.
      ...(audience.kind === "team" && { OR: [{ teamId: null }, { teamId: { not: audience.teamId } }] }),
    },
  });
}

const isThere = async (tx: Tx, audience: Audience) =>
  audience.kind !== "team" || holdTeams(tx, [audience.teamId]);

const refused = (faults: Faults["errors"]) =>
  fail("invalid-request", {
    errors: faults.map(({ path, message }) => ({ path: `content.${path}`, message })),
  });

async function naming<T>(write: (tx: Tx) => Promise<T>) {
  try {
    return await db.$transaction(write);
  } catch (error) {
    if (uniqueViolation(error) === "layout_name_key") return fail("layout-name-taken");
    throw error;
  }
}

/** As the audit log has it; the content only where it is what changed. */
const told = (layout: Layout, changed?: object) => ({
  name: layout.name,
  audience: audienceOf(layout),
  ...(changed && { content: readContent(layout.content) }),
});
