import type { Client } from "pg";
import { loadedAtOnce } from "./bulk";

export const firstDay = "2024-11-01";
const perDay = 2.74;

/**
 * What 5,000 agents of 100 teams did on so many days: two or three sessions a day each, some of them
 * over midnight in other zones; their states packed as an ended session has them, and 300 who are signed in since the last day.
 * They lie in the order of their logouts, and their ids in that of their logins, as a ledger has them that was written day by day.
 */
export async function makeManySessions(db: Client, days: number) {
  // Those who are signed in are made last: whoever finds them finds everything.
  const { rowCount } = await db.query("select from session where logout_at is null limit 1");
  if (rowCount !== 0) return;
  await db.query("select setseed(0.42)");
  await db.query(`
    insert into team (id, name) select gen_random_uuid(), 'Team ' || n from generate_series(1, 100) n;
    insert into user_account (id, username, name, team_id, roles)
      select gen_random_uuid(), 'user' || n, 'Agent ' || n * 7919 % 5000, (select array_agg(id) from team)[1 + n % 100], '{agent}'
      from generate_series(1, 5000) n;
    insert into not_ready_reason (id, name, kind, position) values (gen_random_uuid(), 'Coaching', 'working', 9)`);
  await loadedAtOnce(db, ["session", "session_states"], async () => {
    for (let day = 0; day < days; day += 10) await makeDays(db, day, Math.min(day + 10, days));
  });
  await db.query(`
    create temp table signed_in as select gen_random_uuid() as id, u.id as user_id, u.team_id, random() as r
      from user_account u order by username limit 300;
    insert into session (id, user_id, team_id, platform, version, token_hash, login_at)
      select id, user_id, team_id, 'desktop', '5.24.99', uuid_send(id),
        '${firstDay}'::timestamptz + ${days} * interval '1 day' + r * interval '6 h' from signed_in;
    insert into state_interval (session_id, started_at, state)
      select s.id, s.login_at + n * interval '7 min', (array['ready','busy','after_call_work'])[1 + n % 3]::agent_state
      from signed_in i join session s using (id) cross join generate_series(0, 40) n;
    insert into sign_of_life (user_id, session_id, last_seen_at, floor_at, lease_seconds, interaction_lease_seconds, heartbeat_seconds)
      select user_id, id, clock_timestamp(), clock_timestamp(), 60, 300, 15 from signed_in;
    update seat s set session_id = i.id, open = true, platform = 'desktop', version = '5.24.99', state = 'ready',
      login_at = e.login_at, state_since = e.login_at from signed_in i join session e using (id) where s.user_id = i.user_id`);
  await db.query("vacuum analyze");
}

// Where a session's states change, as parts of it: ready, busy, after call work, ready, not ready, ready.
const parts = [0, 0.2, 0.4, 0.45, 0.7, 0.8];
const [, busy, afterCallWork, readyAgain, notReady, readyToTheEnd] = parts.map(
  (part) => `floor(ms * ${part})::bigint`,
);

async function makeDays(db: Client, from: number, to: number) {
  await db.query(`
    create temp table made as
    select uuidv7(login_at - clock_timestamp()) as id, user_id, team_id, r < 0.4 as mobile, r, login_at,
      login_at + ms * interval '1 ms' as logout_at, ms
    from (
      select *, (3600000 + r * 10000000)::bigint as ms from (
        select u.id as user_id, u.team_id, k, random() as r, random() as s,
          date_trunc('milliseconds', '${firstDay}'::timestamptz + d * interval '1 day' + interval '6 h' + k * interval '5 h'
            + random() * interval '1 h') as login_at
        from user_account u cross join generate_series(${from}, ${to} - 1) d cross join generate_series(0, 2) k
      ) chance where k < 2 or s < ${perDay - 2}
    ) stay order by 7`);
  await db.query(`
    insert into session_states (session_id, user_id, started_at, state, reason, late)
    select id, user_id, array[${parts.map((part) => `login_at + floor(ms * ${part}) * interval '1 ms'`)}],
      '{ready,busy,after_call_work,ready,not_ready,ready}', '{"","","","",Break,""}', '{f,f,f,f,f,f}'
    from made`);
  await db.query(`
    insert into session (id, user_id, team_id, platform, version, build, os_name, os_version, device, browser_name, browser_version,
      ip, token_hash, login_at, logout_at, cause, certainty, ended_by_kind, last_seen_at, ready_ms, busy_ms, after_call_work_ms,
      not_ready_ms)
    select id, user_id, team_id, case when mobile then 'mobile' else 'desktop' end::platform,
      case when mobile then '2.17.' || (r * 50)::int else '5.24.' || (r * 30)::int end, case when mobile then '2.62740' end,
      case when mobile then 'iOS' else 'Windows' end, case when mobile then (14 + (r * 8)::int)::text else '11' end,
      case when mobile then 'iPhone10,' || (1 + (r * 12)::int) end, case when mobile then null else 'Chrome' end,
      case when mobile then null else (120 + (r * 8)::int)::text end, ('10.1.' || (r * 250)::int || '.7')::inet, uuid_send(id),
      login_at, logout_at, (array['signed_out','signed_out','taken_over','daily_schedule'])[1 + (r * 3)::int]::cause, 'exact', 'rule',
      logout_at, ${busy} + ${notReady} - ${readyAgain} + ms - ${readyToTheEnd}, ${afterCallWork} - ${busy},
      ${readyAgain} - ${afterCallWork}, ${readyToTheEnd} - ${notReady}
    from made`);
  await db.query("drop table made");
}
