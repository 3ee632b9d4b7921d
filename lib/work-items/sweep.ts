import { audit, byRule } from "@/lib/audit/commands";
import { rolesWith } from "@/lib/auth/permissions";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import type { WorkItemMail } from "@/lib/mail/schema";
import { writeMails } from "@/lib/mail/write";
import { readSettings } from "@/lib/settings/queries";
import { versionLabel } from "@/lib/versions/label";
import { Prisma } from "@/prisma/generated/client";
import { devicesByTeam, isOwed } from "./queries";

/**
 * Tells whoever is responsible of work items that are new or have become mandatory, and brings before everybody who may publish
 * what nobody takes on in time, or has nobody to take it on: once. Both are marks on the row, set with what they tell of, so that any
 * number of gateways may sweep.
 */
export async function sweepWorkItems(): Promise<void> {
  const due = await db.workItem.findMany({
    where: { id: { in: await dueIds() } },
    select: { id: true, releaseId: true },
  });
  const releaseIds = [...new Set(due.map(({ releaseId }) => releaseId))];
  for (const releaseId of releaseIds) {
    const devices = await devicesByTeam(releaseId);
    for (const { id } of due.filter((item) => item.releaseId === releaseId)) {
      await db.$transaction((tx) => look(tx, id, devices));
    }
  }
}

const responsible = Prisma.sql`team_responsible o join user_account u on u.id = o.user_id and u.disabled_at is null`;

/** Whether a work item escalates, apart from whether there is anything left to install. */
async function isUnheeded() {
  const { acknowledgeMinutes } = await readSettings(db);
  return Prisma.sql`(w.acknowledged_at is null and w.escalated_at is null
    and (w.made_at <= ledger_now() - ${acknowledgeMinutes} * interval '1 min'
      or not exists (select from ${responsible} where o.team_id = w.team_id)))`;
}

async function dueIds() {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select w.id from work_item w join release r on r.id = w.release_id
    where w.closed_at is null and (w.told_at is null or (${await isUnheeded()} and ${isOwed}))`;
  return rows.map(({ id }) => id);
}

async function look(tx: Tx, id: string, devices: ReadonlyMap<string, number>) {
  const [held] = await tx.$queryRaw<{ untold: boolean; unheeded: boolean }[]>`
    select w.told_at is null as untold, ${await isUnheeded()} as unheeded
    from work_item w where w.id = ${id}::uuid and w.closed_at is null for update skip locked`;
  if (!held) return;
  const { team, release, ...item } = await tx.workItem.findUniqueOrThrow({
    where: { id },
    include: { release: true, team: true },
  });
  const owners = await tx.$queryRaw<{ id: string }[]>`
    select u.id from ${responsible} where o.team_id = ${item.teamId}::uuid`;
  const ownerIds = owners.map((user) => user.id);
  const content = {
    team: team.name,
    channel: release.channel,
    release: versionLabel(release.version, release.build),
    devices: devices.get(item.teamId) ?? 0,
    madeAt: item.madeAt.toISOString(),
    signOutAt: item.signOutAt?.toISOString() ?? null,
    timeZone: (await readSettings(tx)).timeZone,
  };
  const now = await databaseNow(tx);
  if (held.untold) {
    const code = item.signOutAt ? "work-item-mandatory" : "work-item-recommended";
    await writeMails(tx, ownerIds, { code, ...content });
    await tx.workItem.update({ where: { id }, data: { toldAt: now } });
  }
  if (held.unheeded && content.devices > 0) await escalate(tx, id, { ownerIds, content, now });
}

type About = { ownerIds: readonly string[]; content: Omit<WorkItemMail, "code">; now: Date };

async function escalate(tx: Tx, id: string, { ownerIds, content, now }: About) {
  const publishers = await tx.user.findMany({
    where: { roles: { hasSome: rolesWith("releases:publish") }, disabledAt: null },
    select: { id: true },
  });
  const code = ownerIds.length > 0 ? "work-item-escalated" : "work-item-unowned";
  await writeMails(tx, [...ownerIds, ...publishers.map((user) => user.id)], { code, ...content });
  await tx.workItem.update({ where: { id }, data: { escalatedAt: now } });
  await audit(tx, byRule, { verb: "work-item.escalate", subject: id });
}
