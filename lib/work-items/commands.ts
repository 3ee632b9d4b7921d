import { audit } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { settleAll } from "@/lib/releases/outcomes";
import { fail, ok } from "@/lib/result";
import { devicesOf, findWorkItem } from "./queries";
import type { AcknowledgeWorkItem, WorkItemId } from "./schema";
import { lockWorkItems } from "./write";

/**
 * Somebody who is responsible takes it on, and may move the date of a mandatory one to another that is to come. Whoever may not see
 * it is told so.
 */
export async function acknowledgeWorkItem(actor: Actor, { id, signOutAt, note }: AcknowledgeWorkItem) {
  if (!(await findWorkItem(actor, id))) return fail("not-found");

  const acknowledged = await db.$transaction(async (tx) => {
    await lockWorkItems(tx);
    const item = await tx.workItem.findUniqueOrThrow({ where: { id } });
    if (item.closedAt) return fail("work-item-closed");
    if (signOutAt && !item.signOutAt) return fail("not-mandatory");
    const now = await databaseNow(tx);
    if (signOutAt && signOutAt <= now) return fail("date-passed");
    const row = await tx.workItem.update({
      where: { id },
      data: {
        acknowledgedAt: item.acknowledgedAt ?? now,
        acknowledgedById: item.acknowledgedAt ? item.acknowledgedById : actor.id,
        ...(signOutAt && { signOutAt }),
      },
    });
    await audit(tx, actor, {
      verb: "work-item.acknowledge",
      subject: id,
      ...(note !== undefined && { note }),
      ...(signOutAt && {
        changes: {
          from: { signOutAt: item.signOutAt?.toISOString() ?? null },
          to: { signOutAt: signOutAt.toISOString() },
        },
      }),
    });
    return ok(row);
  });
  if (acknowledged.ok && signOutAt) await settleAll();
  return acknowledged;
}

/** The same list for somebody who takes it along as a file, recorded before they have it. */
export async function exportDevices(actor: Actor, { id }: WorkItemId) {
  const devices = await devicesOf(actor, { id });
  if (!devices.ok) return devices;
  const changes = { devices: devices.value.length };
  await db.$transaction((tx) => audit(tx, actor, { verb: "work-item.export", subject: id, changes }));
  return devices;
}
