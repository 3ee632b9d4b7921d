import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { settle } from "@/lib/releases/outcomes";
import { lockSeats } from "@/lib/seats/lock";
import { stampSeats } from "@/lib/seats/stamp";
import { readSettings } from "@/lib/settings/queries";
import type { Settings } from "@/lib/settings/schema";
import { Prisma } from "@/prisma/generated/client";
import { isQuiet, quietUntil } from "./quiet";
import { isSeen } from "./seen";

const atOnce = 1000;

/** When a person was last told of any recommended release. */
const lastTold = (userId: Prisma.Sql) => Prisma.sql`(
  select max(greatest(p.made_at, p.reminded_at, p.later_at)) from notice p
  where p.user_id = ${userId} and p.kind = 'recommended')`;

/** Who is signed in, `s`, and was told of the release `r` that they owe in a session before this one alone. */
const toldBefore = ({ unknownVersion }: Settings) => Prisma.sql`
  seat s join installation i on i.id = s.installation_id join release r on r.id = i.update_release_id
  join user_account u on u.id = s.user_id join team t on t.id = u.team_id
  where s.open and not t.package_deployment
    and (i.update_status = 'recommended' or (i.update_status = 'unknown_version' and ${unknownVersion} <> 'allow'))
    and not exists (select from notice n where n.session_id = s.session_id and n.release_id = r.id and n.closed_at is null)
    and exists (select from notice n
      where n.user_id = s.user_id and n.release_id = r.id and n.kind = 'recommended' and n.seen_at is not null)`;

/**
 * Puts recommended releases before those again who are to be reminded: by an administrator, or because they chose to hear of it
 * later. Not sooner than so long after they were last told of any, and not in the quiet hours.
 */
export async function sweepReminders(): Promise<void> {
  const settings = await readSettings(db);
  if (isQuiet(settings, await databaseNow(db))) return;
  const due = await db.$queryRaw<{ id: string; userId: string }[]>`
    with asked as materialized (
      select n.id, n.user_id from notice n join release r on r.id = n.release_id
      where n.closed_at is null and n.kind = 'recommended'
        and (n.later_at is not null or r.reminded_at > coalesce(n.reminded_at, n.made_at))
    )
    select id, user_id as "userId" from asked
    where ${lastTold(Prisma.sql`asked.user_id`)} <= ledger_now() - ${settings.reminderMinutes} * interval '1 min'
    limit ${atOnce}`;
  if (due.length === 0) return;
  const userIds = due.map(({ userId }) => userId);
  const ids = due.map(({ id }) => id);
  await db.$transaction(async (tx) => {
    await lockSeats(tx, userIds);
    const now = await databaseNow(tx);
    const reminded = await tx.$executeRaw`
      update notice n set reminded_at = ${now}, later_at = null from release r
      where n.id = any(${ids}::uuid[]) and n.closed_at is null and r.id = n.release_id
        and (n.later_at is not null or r.reminded_at > coalesce(n.reminded_at, n.made_at))`;
    if (reminded > 0) await stampSeats(tx, userIds);
  });
}

/** The same for whose notice went with a session before this one: they are told anew. */
export async function sweepToldBefore(): Promise<void> {
  const settings = await readSettings(db);
  if (isQuiet(settings, await databaseNow(db))) return;
  const due = await db.$queryRaw<{ userId: string }[]>`
    select s.user_id as "userId" from ${toldBefore(settings)}
      and ${lastTold(Prisma.sql`s.user_id`)} <= ledger_now() - ${settings.reminderMinutes} * interval '1 min'
      and not exists (select from notice n where n.user_id = s.user_id and n.release_id = r.id
        and ${isSeen(Prisma.sql`ledger_now()`, settings.reminderMinutes)})
    limit ${atOnce}`;
  const userIds = due.map(({ userId }) => userId);
  if (userIds.length > 0) await db.$transaction((tx) => settle(tx, userIds));
}

/** Who is signed in and would be reminded of a release, if somebody asked for it now; `may`: not too soon after they were last told. */
const foreseen = (releaseId: string, settings: Settings, at: Date) => Prisma.sql`(
  with told as (
    select n.user_id, ${lastTold(Prisma.sql`n.user_id`)} as at from notice n
    where n.release_id = ${releaseId}::uuid and n.closed_at is null and n.kind = 'recommended'
    union all
    select s.user_id, greatest(${lastTold(Prisma.sql`s.user_id`)}, (select max(n.seen_at) from notice n
      where n.user_id = s.user_id and n.release_id = r.id and n.kind = 'recommended'))
    from ${toldBefore(settings)} and r.id = ${releaseId}::uuid
  ) select user_id, at <= ${at}::timestamptz - ${settings.reminderMinutes} * interval '1 min' as may from told
) foreseen`;

/**
 * How many who are signed in would be reminded of a release, if somebody asked for it now: at once, which in the quiet hours is at
 * their end, and not before so long after they were last told.
 */
export async function foreseeReminders(tx: Tx, releaseId: string) {
  const settings = await readSettings(tx);
  const now = await databaseNow(tx);
  const until = quietUntil(settings, now);
  const [row] = await tx.$queryRaw<[{ reminded: number; later: number }]>`
    select count(*) filter (where may)::int as reminded, count(*) filter (where not may)::int as later
    from ${foreseen(releaseId, settings, until ?? now)}`;
  return { ...row, countedAt: now, quietUntil: until, reminderMinutes: settings.reminderMinutes };
}
export type ForeseenReminders = Awaited<ReturnType<typeof foreseeReminders>>;

/** Those of one of its two figures. */
export async function whoIsReminded(
  tx: Tx,
  releaseId: string,
  which: "reminded" | "later",
): Promise<string[]> {
  const settings = await readSettings(tx);
  const now = await databaseNow(tx);
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select user_id as "userId" from ${foreseen(releaseId, settings, quietUntil(settings, now) ?? now)}
    where may = ${which === "reminded"}`;
  return rows.map(({ userId }) => userId);
}
