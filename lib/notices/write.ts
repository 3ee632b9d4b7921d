import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/db";
import type { OpenNotice, Plan } from "./plan";

/** The open notices of these sessions, by session. */
export async function openBySession(tx: Tx, sessionIds: readonly string[]) {
  const rows = await tx.notice.findMany({
    where: { sessionId: { in: [...sessionIds] }, closedAt: null },
    select: {
      id: true,
      sessionId: true,
      releaseId: true,
      installId: true,
      kind: true,
      packaged: true,
      signOutAt: true,
      wave: true,
    },
  });
  const found = new Map<string, OpenNotice[]>();
  for (const { sessionId, ...notice } of rows)
    found.set(sessionId, [...(found.get(sessionId) ?? []), notice]);
  return found;
}

export type SessionPlan = { sessionId: string; userId: string; plan: Plan };

/** Carries out what was planned for sessions whose seats are locked. */
export async function writePlans(tx: Tx, plans: readonly SessionPlan[], now: Date): Promise<void> {
  const close = plans.flatMap(({ plan }) => plan.close);
  if (close.length > 0) {
    await tx.$executeRaw`
      update notice n set closed_at = ${now}, closed_why = c.why::notice_end
      from json_to_recordset(${JSON.stringify(close)}::json) as c (id uuid, why text)
      where n.id = c.id and n.closed_at is null`;
  }
  const change = plans.flatMap(({ plan }) => plan.change);
  if (change.length > 0) {
    // A date moves into the future alone: nobody drains for it any more.
    await tx.$executeRaw`
      update notice n set install_release_id = c."installId", sign_out_at = c."signOutAt",
        draining_at = case when n.sign_out_at is not distinct from c."signOutAt" then n.draining_at end,
        drain_until = case when n.sign_out_at is not distinct from c."signOutAt" then n.drain_until end
      from json_to_recordset(${JSON.stringify(change)}::json)
        as c (id uuid, "installId" uuid, "signOutAt" timestamptz)
      where n.id = c.id and n.closed_at is null`;
  }
  const make = plans.flatMap(({ sessionId, userId, plan }) =>
    plan.make ? [{ id: uuidv7(), sessionId, userId, ...plan.make }] : [],
  );
  if (make.length > 0) {
    await tx.$executeRaw`
      insert into notice (id, release_id, install_release_id, session_id, user_id, kind, packaged, made_at, sign_out_at, wave)
      select id, "releaseId", "installId", "sessionId", "userId", kind::release_kind, packaged, ${now}, "signOutAt", wave
      from json_to_recordset(${JSON.stringify(make)}::json) as m (id uuid, "releaseId" uuid, "installId" uuid,
        "sessionId" uuid, "userId" uuid, kind text, packaged boolean, "signOutAt" timestamptz, wave int)`;
  }
}
