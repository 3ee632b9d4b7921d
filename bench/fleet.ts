import { keysOf } from "@/lib/versions/order";
import { makeAgents, signInAll, type World } from "./world";

/**
 * 10,000 agents signed in on phones, and 15,000 installations of theirs: every other one has a second phone. Returns the
 * tokens of their sessions.
 */
export async function makeFleet(world: World, people = 10_000) {
  await makeAgents(world, people);
  const tokens = await signInAll(world);
  const { db } = world;
  const old = keysOf({ version: "2.17.60", build: "2.62740" });
  await db.query(
    `insert into installation (id, user_id, install_id, channel, version, build, version_key, build_key, os_name, os_version,
       device, first_seen_at, last_seen_at)
     select gen_random_uuid(), id, gen_random_uuid(), 'ios', '2.17.60', '2.62740', $1, $2, 'iOS', (14 + n % 4)::text || '.1',
       'iPhone 12', ledger_now(), ledger_now() - (n % 20) * interval '1 day'
     from (select id, row_number() over (order by id) as n from user_account) u
     cross join lateral generate_series(1, 1 + (n % 2)::int)`,
    [old.versionKey, old.buildKey],
  );
  await db.query(`
    update seat s set installation_id = i.id from (
      select distinct on (user_id) user_id, id from installation order by user_id, last_seen_at desc
    ) i where i.user_id = s.user_id`);
  await db.query("vacuum analyze");
  return tokens;
}
