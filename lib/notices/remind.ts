import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { lockSeats } from "@/lib/seats/lock";
import { stampSeats } from "@/lib/seats/stamp";
import { readSettings } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";
import { isQuiet, quietUntil } from "./quiet";

const atOnce = 1000;

/** Whether the person of a notice `n` was told of any recommended release so long ago that they may be told again. */
const mayHearAgain = (at: Prisma.Sql, minutes: number) => Prisma.sql`(
  select max(greatest(p.made_at, p.reminded_at, p.later_at)) from notice p
  where p.user_id = n.user_id and p.kind = 'recommended') <= ${at} - ${minutes} * interval '1 min'`;

/**
 * Puts recommended releases before those again who are to be reminded: by an administrator, or because they chose to hear of it
 * later. Not sooner than so long after they were last told of any, and not in the quiet hours.
 */
export async function sweepReminders(): Promise<void> {
  const settings = await readSettings(db);
  if (isQuiet(settings, await databaseNow(db))) return;
  const due = await db.$queryRaw<{ id: string; userId: string }[]>`
    select n.id, n.user_id as "userId" from notice n join release r on r.id = n.release_id
    where n.closed_at is null and n.kind = 'recommended'
      and (n.later_at is not null or r.reminded_at > coalesce(n.reminded_at, n.made_at))
      and ${mayHearAgain(Prisma.sql`ledger_now()`, settings.reminderMinutes)}
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

/**
 * How many who are signed in would be reminded of a release, if somebody asked for it now: at once, which in the quiet hours is at
 * their end, and not before so long after they were last told.
 */
export async function foreseeReminders(tx: Tx, releaseId: string) {
  const settings = await readSettings(tx);
  const now = await databaseNow(tx);
  const until = quietUntil(settings, now);
  const { reminderMinutes } = settings;
  const may = mayHearAgain(Prisma.sql`${until ?? now}::timestamptz`, reminderMinutes);
  const [row] = await tx.$queryRaw<[{ reminded: number; later: number }]>`
    select count(*) filter (where ${may})::int as reminded, count(*) filter (where not ${may})::int as later
    from notice n where n.release_id = ${releaseId}::uuid and n.closed_at is null and n.kind = 'recommended'`;
  // Saw it in a session before this one: told anew as soon as it is asked for.
  const [before] = await tx.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from seat s join installation i on i.id = s.installation_id
    where s.open and i.update_status = 'recommended' and i.update_release_id = ${releaseId}::uuid
      and not exists (select from notice n
        where n.session_id = s.session_id and n.release_id = i.update_release_id and n.closed_at is null)
      and (select max(greatest(n.seen_at, n.reminded_at, n.later_at)) from notice n
        where n.user_id = s.user_id and n.release_id = i.update_release_id and n.kind = 'recommended' and n.seen_at is not null)
        <= ${now}::timestamptz - ${reminderMinutes} * interval '1 min'`;
  return { ...row, reminded: row.reminded + before.count, quietUntil: until, reminderMinutes };
}
export type ForeseenReminders = Awaited<ReturnType<typeof foreseeReminders>>;
