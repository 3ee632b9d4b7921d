import type { Client } from "pg";

/** 50,000 people in 200 teams, as a large centre has them: two thirds have signed in before, a fifth is signed in now. */
export async function makeManyUsers(db: Client, count = 50_000) {
  await db.query("select setseed(0.42)");
  await db.query(
    `insert into team (id, name) select gen_random_uuid(), 'Team ' || n from generate_series(1, 200) n`,
  );
  await db.query(
    `insert into user_account (id, username, name, personnel_number, team_id, roles)
     select gen_random_uuid(), 'user' || n, (array['Ana','Bao','Chloé','Dmitri','Elif','Femi','Greta','Hana','İlker','José',
         'Kenji','Lea','Maria','Nour','Ona','Pavel','Quinn','Rosa','Sofía','Tomáš'])[1 + n % 20] || ' '
         || (array['Abebe','Ortiz','Nguyễn','Øster','Weber','Kaya','Sato','Ivanov','Müller','Silva','Rossi','Novák',
         'García','Lind','O''Neil','Petrova','Castillo'])[1 + (random() * 16)::int] || ' ' || n % 900,
       'P' || n, (select array_agg(id) from team)[1 + (random() * 199)::int],
       case when n % 50 = 0 then array['agent','supervisor']::role[] else array['agent']::role[] end
     from generate_series(1, $1) n`,
    [count],
  );
  await db.query(`
    create temp table facts as
    select user_id, gen_random_uuid() as session_id, random() < 0.3 as open, random() < 0.4 as mobile, random() as r,
      date_trunc('milliseconds', clock_timestamp() - random() * interval '20 days') as at
    from seat where random() < 0.66;
    insert into session (id, user_id, team_id, platform, version, token_hash, login_at, logout_at, cause, certainty,
      ended_by_kind, unknown_ms)
    select session_id, user_id, team_id, case when mobile then 'mobile' else 'desktop' end::platform, '1',
      sha256(session_id::text::bytea), at, case when open then null else at end,
      case when open then null else 'signed_out' end::cause, case when open then null else 'exact' end::certainty,
      case when open then null else 'rule' end::actor_kind, 0
    from facts join user_account on id = user_id;
    update seat s set session_id = f.session_id, open = f.open,
      platform = case when mobile then 'mobile' else 'desktop' end::platform,
      version = case when mobile then '2.17.' || (r * 20)::int else '5.24.' || (r * 30)::int end,
      build = case when mobile then '2.6' || (r * 2000)::int end, os_name = case when mobile then 'iOS' else 'Windows' end,
      os_version = case when mobile then (14 + (r * 4)::int)::text else '11' end,
      device = case when mobile then 'iPhone ' || (8 + (r * 8)::int) end,
      browser_name = case when mobile then null else 'Chrome' end,
      browser_version = case when mobile then null else (120 + (r * 8)::int)::text end,
      login_at = at, logout_at = case when f.open then null else at end, state_since = at,
      state = (array['ready','not_ready','busy','after_call_work'])[1 + floor(r * 4)::int]::agent_state
    from facts f where f.user_id = s.user_id;
    insert into sign_of_life (user_id, session_id, last_seen_at, floor_at, lease_seconds, interaction_lease_seconds,
      heartbeat_seconds)
    select user_id, session_id, case when open then clock_timestamp() - r * interval '1 h' else at end, at,
      case when mobile then null else 60 end, case when mobile then null else 300 end, 15
    from facts`);
  await db.query("vacuum analyze");
}
