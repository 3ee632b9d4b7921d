import { v7 as uuidv7 } from "uuid";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, personOf } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { env } from "@/lib/env";
import { maySee } from "@/lib/layouts/reach";
import { fail, ok } from "@/lib/result";
import { lockSchedule, mayEdit, maySteer } from "./reach";
import { readRecipients, writeRecipients } from "./recipients";
import { nextTime, Rhythm } from "./rhythm";
import {
  type ChangeSchedule,
  type CreateSchedule,
  mostSchedules,
  type ScheduleId,
  type WhichSchedule,
} from "./schema";

export async function createSchedule(actor: Actor, { layoutId, recipients, ...given }: CreateSchedule) {
  authorize(actor, "reports:schedule");
  const ownerId = personOf(actor);

  return db.$transaction(async (tx) => {
    const layout = await layoutFor(tx, actor, layoutId);
    if (!layout) return fail("unknown-layout");
    // Else two at once would both be the hundredth.
    await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('schedules'), hashtext(${ownerId}))`;
    if ((await tx.reportSchedule.count({ where: { ownerId, deletedAt: null } })) >= mostSchedules)
      return fail("too-many-schedules");
    const now = await databaseNow(tx);
    const id = uuidv7();
    const nextAt = nextTime(given.rhythm, now);
    await tx.reportSchedule.create({
      data: { id, ownerId, ...given, ...layout, changedAt: now, nextAt },
    });
    await writeRecipients(tx, id, recipients);
    await audit(tx, actor, { verb: "schedule.create", subject: id, changes: { to: await told(tx, id) } });
    return ok({ id, revision: 1 });
  });
}

/** Changes what is named. Its owner alone does, because it shows what its owner may see; to pause it is for an administrator, too. */
export async function changeSchedule(actor: Actor, { id, revision, paused, ...patch }: ChangeSchedule) {
  return db.$transaction(async (tx) => {
    const before = await lockSchedule(tx, actor, id);
    if (!before || before.deletedAt) return fail("not-found");
    const { layoutId, recipients, ...fields } = patch;
    const alters = Object.values(patch).some((value) => value !== undefined);
    if (alters ? !mayEdit(actor, before) : !maySteer(actor, before)) return fail("not-allowed");
    if (before.revision !== revision) return fail("setting-changed");
    const layout = layoutId === undefined ? {} : await layoutFor(tx, actor, layoutId);
    if (!layout) return fail("unknown-layout");
    const was = await told(tx, id);
    const now = await databaseNow(tx);
    const { name, preset, rhythm, format, subject } = fields;
    const halts = paused ?? before.haltedAt !== null;
    const startsAnew = rhythm !== undefined || before.nextAt === null;
    await tx.reportSchedule.update({
      where: { id },
      data: {
        ...(name !== undefined && { name }),
        ...(preset !== undefined && { preset }),
        ...(rhythm !== undefined && { rhythm }),
        ...(format !== undefined && { format }),
        ...(subject !== undefined && { subject }),
        ...layout,
        ...(paused === true && { haltedAt: now, haltedWhy: "paused" as const }),
        ...(paused === false && { haltedAt: null, haltedWhy: null }),
        nextAt: halts
          ? null
          : startsAnew
            ? nextTime(rhythm ?? Rhythm.parse(before.rhythm), now)
            : before.nextAt,
        revision: revision + 1,
        changedAt: now,
      },
    });
    if (recipients) await writeRecipients(tx, id, recipients);
    if (alters)
      await audit(tx, actor, {
        verb: "schedule.change",
        subject: id,
        changes: { from: was, to: await told(tx, id) },
      });
    if (paused !== undefined)
      await audit(tx, actor, { verb: paused ? "schedule.pause" : "schedule.resume", subject: id });
    return ok({ id, revision: revision + 1 });
  });
}

/** For a day it can be taken back. */
export async function deleteSchedule(actor: Actor, { id, revision }: WhichSchedule) {
  return db.$transaction(async (tx) => {
    const before = await lockSchedule(tx, actor, id);
    if (!before || before.deletedAt) return fail("not-found");
    if (!maySteer(actor, before)) return fail("not-allowed");
    if (before.revision !== revision) return fail("setting-changed");
    const data = { deletedAt: await databaseNow(tx), revision: revision + 1 };
    await tx.reportSchedule.update({ where: { id }, data });
    await audit(tx, actor, { verb: "schedule.delete", subject: id, changes: { from: await told(tx, id) } });
    return ok({ id, revision: revision + 1 });
  });
}

/** Takes a deletion back. What would have been due meanwhile is not made up for. */
export async function restoreSchedule(actor: Actor, { id }: ScheduleId) {
  return db.$transaction(async (tx) => {
    const before = await lockSchedule(tx, actor, id);
    if (!before) return fail("not-found");
    if (!maySteer(actor, before)) return fail("not-allowed");
    const { revision, rhythm, nextAt, deletedAt } = before;
    if (!deletedAt) return ok({ id, revision });
    const next = nextAt && nextTime(Rhythm.parse(rhythm), await databaseNow(tx));
    const data = { deletedAt: null, nextAt: next, revision: revision + 1 };
    await tx.reportSchedule.update({ where: { id }, data });
    await audit(tx, actor, { verb: "schedule.restore", subject: id });
    return ok({ id, revision: revision + 1 });
  });
}

/** Sends it at once, to its owner alone. */
export async function trySchedule(actor: Actor, { id }: ScheduleId) {
  return db.$transaction(async (tx) => {
    const schedule = await lockSchedule(tx, actor, id);
    if (!schedule || schedule.deletedAt) return fail("not-found");
    if (!mayEdit(actor, schedule)) return fail("not-allowed");
    if (!env().SMTP_URL) return fail("no-mail");
    const owner = await tx.user.findUniqueOrThrow({ where: { id: schedule.ownerId } });
    if (owner.email === null) return fail("no-address");
    const now = await databaseNow(tx);
    const run = { id: uuidv7(), scheduleId: id, dueAt: now, nextAt: now, trial: true };
    await tx.reportRun.create({ data: run });
    await audit(tx, actor, { verb: "schedule.try", subject: id });
    return ok({ to: owner.email });
  });
}

/** The columns for a layout; null where the actor sees none such. */
async function layoutFor(tx: Tx, actor: Actor, layoutId: string | null) {
  if (layoutId === null) return { layoutId: null, layoutName: null, layoutRevision: null };
  await tx.$queryRaw`select 1 from layout where id = ${layoutId}::uuid for key share`;
  const layout = await tx.layout.findUnique({ where: { id: layoutId } });
  if (layout?.subject !== "login-logout" || !maySee(actor, layout)) return null;
  return { layoutId, layoutName: layout.name, layoutRevision: layout.revision };
}

/** As the audit log has it. */
async function told(tx: Tx, id: string) {
  const schedule = await tx.reportSchedule.findUniqueOrThrow({ where: { id } });
  const { name, layoutId, preset, format, subject } = schedule;
  const recipients = await readRecipients(tx, id);
  return {
    name,
    layoutId,
    preset,
    rhythm: Rhythm.parse(schedule.rhythm),
    format,
    subject,
    // People by their ids: whoever is no person here is nothing but an address.
    recipients: recipients.map(({ userId, address }) => userId ?? address),
  };
}
