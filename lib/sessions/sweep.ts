import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { atFreeSeats } from "@/lib/seats/free-seats";
import { readOpenSeats } from "@/lib/seats/lock";
import { resumedAt } from "@/lib/seats/queries";
import { endOfSilence, longSilent } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";
import { endSeats, endSessions } from "./end";
import { lastDaily } from "./schedule";

const byRule = { kind: "rule" as const, id: null };

/**
 * Ends the sessions whose app has been silent for too long. Each is rechecked under its lock: the app may have come back, or be
 * signed in elsewhere by now. Any number of gateways may sweep at once.
 */
export async function sweepSilent(): Promise<void> {
  const { mobileInactivitySeconds } = await readSettings(db);
  const candidates = await db.$queryRaw<{ userId: string }[]>`
    select l.user_id as "userId" from sign_of_life l
    join seat s on s.user_id = l.user_id and s.open and s.session_id = l.session_id
    where greatest(l.last_seen_at, ${resumedAt}) + interval '1 s' * coalesce(
      case when s.open_interactions > 0 then l.interaction_lease_seconds else l.lease_seconds end,
      ${mobileInactivitySeconds}) < ledger_now()
    order by l.last_seen_at`;
  await atFreeSeats(idsOf(candidates), async (tx, userIds) => {
    const endings = (await readOpenSeats(tx, userIds)).flatMap((seat) => {
      const cause = endOfSilence(seat, seat.openInteractions > 0, { ...seat, mobileInactivitySeconds });
      return cause ? [{ seat, cause, by: byRule }] : [];
    });
    await endSeats(tx, endings);
  });
}

/**
 * Marks the phones whose silence has outlived its limit: what follows their last sign of life is unknown time. Where a longer
 * limit was set meanwhile, the mark goes.
 */
export async function sweepUnreachable(): Promise<void> {
  const { mobileSilenceSeconds } = await readSettings(db);
  const candidates = await db.$queryRaw<{ userId: string }[]>`
    select s.user_id as "userId" from seat s
    join sign_of_life l on l.user_id = s.user_id and l.session_id = s.session_id
    where s.open and l.lease_seconds is null and (s.unreachable_since is null) =
      (greatest(l.last_seen_at, ${resumedAt}) + interval '1 s' * ${mobileSilenceSeconds} < ledger_now())
    order by l.last_seen_at`;
  await atFreeSeats(idsOf(candidates), async (tx, userIds) => {
    const marks = (await readOpenSeats(tx, userIds)).flatMap((seat) => {
      const { userId, lastSeenAt, unreachableSince } = seat;
      const silent = longSilent(seat, seat.openInteractions > 0, { ...seat, mobileSilenceSeconds });
      return silent === (unreachableSince !== null) ? [] : [{ userId, since: silent ? lastSeenAt : null }];
    });
    if (marks.length === 0) return;
    await tx.$executeRaw`
      update seat s set unreachable_since = m.since
      from json_to_recordset(${JSON.stringify(marks)}::json) as m ("userId" uuid, since timestamptz)
      where s.user_id = m."userId"`;
  });
}

/**
 * Signs everybody out at the time of day that is set for the centre or their team. Whoever is on an interaction is signed
 * out at its end; a time that was set a moment ago counts from its next turn.
 */
export async function sweepSchedule(): Promise<void> {
  const { mobileSilenceSeconds } = await readSettings(db);
  const turns = await turnsOfTeams();
  if (turns.length === 0) return;
  const rows = JSON.stringify(turns.map(({ teamId, turn }) => ({ team_id: teamId, turn })));
  const candidates = await db.$queryRaw<{ userId: string; turn: Date }[]>`
    select s.user_id as "userId", t.turn from json_to_recordset(${rows}::json) as t (team_id uuid, turn timestamptz)
    join user_account u on u.team_id = t.team_id
    join seat s on s.user_id = u.id and s.open and s.login_at < t.turn
    join sign_of_life l on l.user_id = s.user_id
    where s.open_interactions = 0 or greatest(l.last_seen_at, ${resumedAt})
      + interval '1 s' * coalesce(l.interaction_lease_seconds, ${mobileSilenceSeconds}) < ledger_now()
    order by s.user_id`;
  const turnOf = new Map(candidates.map(({ userId, turn }) => [userId, turn]));
  await atFreeSeats(idsOf(candidates), async (tx, userIds) => {
    const due = (await readOpenSeats(tx, userIds)).filter((seat) => {
      const turn = turnOf.get(seat.userId);
      if (!turn || seat.loginAt >= turn) return false;
      const onInteraction = seat.openInteractions > 0;
      return !onInteraction || longSilent(seat, onInteraction, { ...seat, mobileSilenceSeconds });
    });
    await endSessions(
      tx,
      due.map(({ userId }) => ({ userId, cause: "daily_schedule", by: byRule })),
    );
  });
}

const idsOf = (candidates: readonly { userId: string }[]) => candidates.map(({ userId }) => userId);

/** When each team was last due; without those whose time was set since. */
async function turnsOfTeams() {
  const { timeZone, dailySignOutAt } = await readSettings(db);
  const teams = await db.team.findMany({
    where: dailySignOutAt === null ? { dailySignOutAt: { not: null } } : {},
    select: { id: true, dailySignOutAt: true, dailySignOutSetAt: true },
  });
  if (teams.length === 0) return [];
  const now = await databaseNow(db);
  const changed = await db.setting.findMany({ where: { key: { in: ["dailySignOutAt", "timeZone"] } } });
  return teams.flatMap((team) => {
    const at = team.dailySignOutAt ?? dailySignOutAt;
    if (at === null) return [];
    const turn = lastDaily(at, timeZone, now);
    const setAt = [team.dailySignOutSetAt, ...changed.map(({ updatedAt }) => updatedAt)];
    return setAt.some((set) => set !== null && set > turn) ? [] : [{ teamId: team.id, turn }];
  });
}
