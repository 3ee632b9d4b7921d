import { db } from "@/lib/db";
import { fromSeat } from "@/lib/live/from-seat";
import { isWokenByPush } from "@/lib/push/reach";
import { browserLabel } from "@/lib/sessions/labels";
import { versionLabel } from "@/lib/versions/label";
import { Prisma } from "@/prisma/generated/client";
import type { AgentState, Platform, Role, UpdateStatus } from "@/prisma/generated/enums";
import type { AgentRow, Going } from "./row";

/** Users whose seat is open, or was since this moment. */
export async function presentSince(day: Date): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    select user_id as id from seat where open or logout_at >= ${day} order by user_id`;
  return rows.map(({ id }) => id);
}

/** The team of every user there is. */
export async function teamsOfUsers(): Promise<Map<string, string>> {
  const rows = await db.user.findMany({ select: { id: true, teamId: true } });
  return new Map(rows.map(({ id, teamId }) => [id, teamId]));
}

type Row = {
  id: string;
  revision: number;
  stamped: string;
  username: string;
  name: string;
  team: string;
  teamId: string;
  roles: Role[];
  disabled: boolean;
  open: boolean;
  sessionId: string | null;
  platform: Platform | null;
  version: string | null;
  build: string | null;
  osName: string | null;
  osVersion: string | null;
  device: string | null;
  browserName: string | null;
  browserVersion: string | null;
  ip: string | null;
  loginAt: Date | null;
  logoutAt: Date | null;
  state: AgentState | null;
  reason: string | null;
  stateSince: Date | null;
  updateStatus: UpdateStatus | null;
  updateSince: Date | null;
  releaseVersion: string | null;
  releaseBuild: string | null;
  openInteractions: number;
  unreachableSince: Date | null;
  asleep: boolean;
  updatesAt: Date | null;
  interactions: Going[] | null;
} & AgentRow["today"];

/** A row, and the transaction that changed its seat last. */
export type StampedRow = { row: AgentRow; stamped: bigint };

/**
 * The rows of these users with their figures since `day`, in no order, all of one snapshot. The figures are summed from the
 * ledger: what it is corrected to, they are. The caller answers for who may see the rows.
 */
export async function agentRows(userIds: readonly string[], day: Date): Promise<StampedRow[]> {
  const rows = await db.$queryRaw<Row[]>`
    with seats as materialized (
      select * from seat where user_id = any(${[...userIds]}::uuid[])
    ), sessions as materialized (
      select e.id, e.user_id, e.logout_at, case when e.logout_at is null then seats.unreachable_since end as lost_at
      from seats join session e using (user_id)
      where tstzrange(e.login_at, e.logout_at, '[)') && tstzrange(${day}, null)
    ), spans as (
      select e.user_id, i.state::text, i.started_at,
        case when lead(i.started_at) over w is not null then least(lead(i.started_at) over w, e.lost_at) end as ended_at
      from sessions e join state_interval i on i.session_id = e.id
      window w as (partition by i.session_id order by i.started_at)
      union all
      select e.user_id, a.state, a.started_at,
        coalesce(lead(a.started_at) over (partition by p.session_id order by a.started_at), e.logout_at)
      from sessions e join session_states p on p.session_id = e.id
      cross join lateral unnest(p.started_at, p.state) as a (started_at, state)
    ), times as (
      select user_id, state, sum(extract(epoch from ended_at - greatest(started_at, ${day})) * 1000)::float8 as ms
      from spans where ended_at > greatest(started_at, ${day}) group by user_id, state
    ), totals as (
      select user_id, sum(ms) filter (where state = 'ready') as ready, sum(ms) filter (where state = 'not_ready') as not_ready,
        sum(ms) filter (where state = 'busy') as busy, sum(ms) filter (where state = 'after_call_work') as after_call_work
      from times group by user_id
    ), handled as (
      select i.user_id, count(*) filter (where i.direction = 'inbound' and i.ended_at > ${day}) as inbound,
        count(*) filter (where i.direction = 'outbound' and i.ended_at > ${day}) as outbound,
        sum(extract(epoch from i.ended_at - i.started_at) * 1000) filter (where i.ended_at > ${day}) as took,
        json_agg(json_build_object('channel', i.channel, 'direction', i.direction, 'service', i.service,
          'since', to_char(i.started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by i.started_at)
          filter (where i.ended_at is null) as going
      from sessions e join interaction i on i.session_id = e.id where i.started_at is not null group by i.user_id
    )
    select u.id, s.revision::float8, s.stamped::text, u.username, u.name, t.name as team, u.team_id as "teamId", u.roles::text[] as roles,
      u.disabled_at is not null as disabled, s.open, s.session_id as "sessionId", s.platform::text, s.version, s.build,
      s.os_name as "osName", s.os_version as "osVersion", s.device,
      s.browser_name as "browserName", s.browser_version as "browserVersion", host(s.ip) as ip, s.login_at as "loginAt",
      s.logout_at as "logoutAt", s.state::text, s.reason, s.state_since as "stateSince",
      i.update_status::text as "updateStatus", i.update_since as "updateSince", r.version as "releaseVersion",
      r.build as "releaseBuild", s.open_interactions as "openInteractions", s.unreachable_since as "unreachableSince", h.going as interactions,
      s.stream_id is null and s.unreachable_since is not null and ${isWokenByPush(Prisma.sql`s.unreachable_since`)} as asleep,
      case when s.open then (select min(n.sign_out_at) from notice n
        where n.session_id = s.session_id and n.kind = 'mandatory' and n.closed_at is null) end as "updatesAt",
      coalesce(d.ready, 0) as "readyMs", coalesce(d.not_ready, 0) as "notReadyMs", coalesce(d.busy, 0) as "busyMs",
      coalesce(d.after_call_work, 0) as "afterCallWorkMs", coalesce(h.inbound, 0)::int as "handledIn",
      coalesce(h.outbound, 0)::int as "handledOut", coalesce(h.took, 0)::float8 as "interactionMs"
    from seats s join user_account u on u.id = s.user_id join team t on t.id = u.team_id
    left join installation i on i.id = s.installation_id left join release r on r.id = i.update_release_id
    left join totals d on d.user_id = u.id left join handled h on h.user_id = u.id`;
  return rows.map(({ stamped, ...row }) => ({ row: toAgentRow(row, day), stamped: BigInt(stamped) }));
}

function toAgentRow(row: Omit<Row, "stamped">, day: Date): AgentRow {
  const { version, build, releaseVersion, releaseBuild } = row;
  const updateRelease = releaseVersion === null ? null : { version: releaseVersion, build: releaseBuild };
  return {
    ...fromSeat(row, { ...row, installation: { ...row, updateRelease } }),
    version: version && versionLabel(version, build),
    appVersion: version,
    build,
    browser: browserLabel(row),
    ip: row.ip,
    unreachableSince: row.unreachableSince?.toISOString() ?? null,
    asleep: row.asleep,
    updatesAt: row.updatesAt?.toISOString() ?? null,
    interactions: row.interactions ?? [],
    day: day.toISOString(),
    today: {
      readyMs: row.readyMs,
      notReadyMs: row.notReadyMs,
      busyMs: row.busyMs,
      afterCallWorkMs: row.afterCallWorkMs,
      handledIn: row.handledIn,
      handledOut: row.handledOut,
      interactionMs: row.interactionMs,
    },
  };
}
