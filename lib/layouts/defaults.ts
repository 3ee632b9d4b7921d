import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, inScope, personOf } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { holdTeams } from "@/lib/teams/lock";
import { lockLayout } from "./commands";
import { readingOf, type SetDefaultLayout } from "./schema";

/** Says with what a subject opens: for the actor, or, where an administrator says so, for a team or everyone. */
export async function setDefaultLayout(actor: Actor, { subject, layoutId, of }: SetDefaultLayout) {
  authorize(actor, readingOf[subject]);
  if (of.kind !== "me") authorize(actor, "layouts:publish");
  const userId = of.kind === "me" ? personOf(actor) : null;
  const teamId = of.kind === "team" ? of.teamId : null;

  return db.$transaction(async (tx) => {
    if (teamId !== null && !(inScope(actor, teamId) && (await holdTeams(tx, [teamId]))))
      return fail("unknown-team");
    if (layoutId !== null) {
      const layout = await lockLayout(tx, actor, layoutId);
      if (!layout || layout.subject !== subject) return fail("not-found");
      const reaches = layout.everyone || userId !== null || (teamId !== null && layout.teamId === teamId);
      if (!reaches) return fail("layout-not-shared");
    }
    const before = await replace(tx, { subject, userId, teamId, layoutId });
    if (of.kind !== "me" && before !== layoutId) {
      const changes = { from: before, to: layoutId };
      await audit(tx, actor, { verb: "layout.default", subject: teamId ?? subject, changes });
    }
    return ok({ layoutId });
  });
}

type Row = { subject: string; userId: string | null; teamId: string | null; layoutId: string | null };

/** Puts one in the place of the one that was, and tells that one. Two at once: the later one counts. */
async function replace(tx: Tx, { subject, userId, teamId, layoutId }: Row): Promise<string | null> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('layout defaults'), hashtext(${userId ?? teamId ?? subject}))`;
  const place = { subject, userId, teamId };
  const before = await tx.layoutDefault.findFirst({ where: place, select: { layoutId: true } });
  await tx.layoutDefault.deleteMany({ where: place });
  if (layoutId !== null) await tx.layoutDefault.create({ data: { id: uuidv7(), ...place, layoutId } });
  return before?.layoutId ?? null;
}
