import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { dayIn } from "@/lib/sessions/days";
import { deviceLabel } from "@/lib/sessions/device-names";
import { appLabel, osLabel } from "@/lib/sessions/labels";
import { dayFrom, lastDaily } from "@/lib/sessions/schedule";
import { readSettings } from "@/lib/settings/queries";
import { findByUsername } from "@/lib/users/queries";
import type { AgentState, Cause, Certainty, Platform } from "@/prisma/generated/enums";
import type { AgentDay } from "./schema";
import { type AgentTimeline, type Handled, type Span, type Stay, unknownSince } from "./timeline";

type Range = { from: Date; to: Date };

/** What an agent did on a day of the centre's calendar; a day that is yet to come is today. */
export async function agentTimeline(actor: Actor, { username, day }: AgentDay): Promise<AgentTimeline> {
  authorize(actor, "agents:read");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) throw new AppError("not-found", `agent ${username}`);

  // One snapshot: the parts of a day fit together.
  return db.$transaction(
    async (tx) => {
      const { dailyResetAt, timeZone } = await readSettings(tx);
      const now = await databaseNow(tx);
      const today = dayIn(timeZone, lastDaily(dailyResetAt, timeZone, now));
      const shown = day && day < today ? day : today;
      const range = dayFrom(dailyResetAt, timeZone, shown);
      const person = await tx.user.findUniqueOrThrow({
        where: { id: user.id },
        select: { username: true, name: true, team: true },
      });
      return {
        id: user.id,
        username: person.username,
        name: person.name,
        team: person.team.name,
        day: shown,
        today,
        from: range.from.toISOString(),
        to: range.to.toISOString(),
        timeZone,
        now: now.toISOString(),
        ...(await doneIn(tx, user.id, range)),
      };
    },
    { isolationLevel: "RepeatableRead" },
  );
}

/** What somebody did within a range: states, sessions and interactions, oldest first and uncut. The caller answers for whose they are. */
export async function doneIn(tx: Tx, userId: string, range: Range) {
  const seat = await tx.seat.findUnique({ where: { userId } });
  const stays = await staysOf(tx, userId, range);
  const ids = stays.map(({ id }) => id);
  const lostAt = seat?.open && ids.includes(seat.sessionId ?? "") ? seat.unreachableSince : null;
  return {
    spans: unknownSince(await spansOf(tx, ids, range), lostAt?.toISOString() ?? null),
    stays,
    handled: await handledOf(tx, ids, range),
  };
}

type StayRow = {
  id: string;
  platform: Platform;
  version: string;
  build: string | null;
  osName: string | null;
  osVersion: string | null;
  device: string | null;
  browserName: string | null;
  browserVersion: string | null;
  loginAt: Date;
  logoutAt: Date | null;
  cause: Cause | null;
  certainty: Certainty | null;
};

async function staysOf(tx: Tx, userId: string, { from, to }: Range): Promise<Stay[]> {
  // As the constraint on overlaps has it: its index finds them, however long somebody has been here.
  const rows = await tx.$queryRaw<StayRow[]>`
    select id, platform::text, version, build, os_name as "osName", os_version as "osVersion", device,
      browser_name as "browserName", browser_version as "browserVersion", login_at as "loginAt", logout_at as "logoutAt",
      cause::text, certainty::text
    from session where user_id = ${userId}::uuid and tstzrange(login_at, logout_at, '[)') && tstzrange(${from}, ${to})
    order by login_at`;
  return rows.map((row) => ({
    id: row.id,
    platform: row.platform,
    app: appLabel(row),
    os: osLabel(row),
    device: deviceLabel(row),
    from: row.loginAt.toISOString(),
    to: row.logoutAt?.toISOString() ?? null,
    cause: row.cause,
    lastSeen: row.certainty === "last_seen",
  }));
}

type SpanRow = { state: AgentState | null; reason: string | null; from: Date; to: Date | null };

async function spansOf(tx: Tx, sessionIds: readonly string[], { from, to }: Range): Promise<Span[]> {
  const rows = await tx.$queryRaw<SpanRow[]>`
    with sessions as materialized (
      select id, logout_at from session where id = any(${[...sessionIds]}::uuid[])
    ), spans as (
      select i.state::text, i.reason, i.started_at,
        lead(i.started_at) over (partition by i.session_id order by i.started_at) as ended_at
      from sessions e join state_interval i on i.session_id = e.id
      union all
      select nullif(a.state, 'unknown'), nullif(a.reason, ''), a.started_at,
        coalesce(lead(a.started_at) over (partition by p.session_id order by a.started_at), e.logout_at)
      from sessions e join session_states p on p.session_id = e.id
      cross join lateral unnest(p.started_at, p.state, p.reason) as a (started_at, state, reason)
    )
    select state, reason, started_at as "from", ended_at as "to" from spans
    where started_at < ${to} and (ended_at is null or ended_at > greatest(started_at, ${from}))
    order by started_at`;
  return rows.map(({ from, to, ...span }) => ({
    ...span,
    from: from.toISOString(),
    to: to?.toISOString() ?? null,
  }));
}

async function handledOf(tx: Tx, sessionIds: readonly string[], { from, to }: Range): Promise<Handled[]> {
  const rows = await tx.interaction.findMany({
    where: {
      sessionId: { in: [...sessionIds] },
      AND: [
        { OR: [{ endedAt: null }, { endedAt: { gt: from } }] },
        { OR: [{ startedAt: { lt: to } }, { startedAt: null, missed: true, offeredAt: { lt: to } }] },
      ],
    },
  });
  return rows
    .flatMap(({ startedAt, offeredAt, endedAt, heldSince, ...row }) => {
      const began = startedAt ?? offeredAt;
      if (!began) return [];
      return {
        id: `${row.sessionId} ${row.externalId}`,
        channel: row.channel,
        direction: row.direction,
        service: row.service,
        from: began.toISOString(),
        to: endedAt?.toISOString() ?? null,
        missed: startedAt === null,
        heldMs: Number(row.heldMs),
        heldSince: heldSince?.toISOString() ?? null,
      };
    })
    .toSorted((a, b) => a.from.localeCompare(b.from) || a.id.localeCompare(b.id));
}
