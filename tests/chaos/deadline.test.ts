import { afterAll, beforeAll, expect, test } from "vitest";
import { versionKey } from "@/lib/versions/key";
import { readLedger } from "./ledger";
import { ask } from "./requests";
import { clients } from "./sign-in";
import { until } from "./until";
import { openWorld, password, type World } from "./world";

let world: World;

beforeAll(async () => {
  world = await openWorld("deadline", { people: 200, settings: {} });
}, 180_000);
afterAll(() => world?.close());

// What is on trial is who is out, not how fast a busy machine is.
const patient = { seconds: 120 };

const signIn = (username: string, url: string) =>
  ask(url, {
    method: "POST",
    path: "/v1/sessions",
    headers: {},
    body: { username, password, client: clients.Mobile },
  });

const publish = `
  INSERT INTO release (id, channel, version, version_key, kind, status, notes, distribution, store_url, offers, salt,
    grace_minutes, sign_out_mode, wave_percent, wave_minutes, team_ids, user_ids, exclude_team_ids, exclude_user_ids,
    created_at, published_at)
  SELECT gen_random_uuid(), 'ios', '2.18.0', $1, 'mandatory', 'published', '"Faster."', 'store', 'https://example.com',
    jsonb_build_array(jsonb_build_object('at', to_char(now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'percent',
      100, 'teams', '[]'::jsonb, 'kind', 'mandatory')),
    7, 60, 'at_once', 10, 10, '{}', '{}', '{}', '{}', now(), now()`;

async function count(sql: string) {
  const [row] = await world.query<{ count: number }>(`SELECT count(*)::int AS count FROM ${sql}`);
  return row?.count ?? 0;
}

test("both gateways killed at the deadline: nobody is forgotten, and nobody is signed out twice", async () => {
  const [first, second] = world.gateways;
  const all = world.usernames.length;
  for (let from = 0; from < all; from += 10) {
    const some = world.usernames.slice(from, from + 10);
    const replies = await Promise.all(some.map((name) => signIn(name, (from % 20 ? first : second).url)));
    expect(replies.map(({ status }) => status)).toEqual(some.map(() => 201));
  }
  await world.query(publish, [versionKey("2.18.0")]);
  await until(
    "everybody is told",
    async () => (await count("notice WHERE closed_at IS NULL")) === all,
    patient,
  );

  // Half of the seats are in somebody's hands when the moment comes: no sweep is through with all before the end.
  const letGo = await world.hold(
    "SELECT 1 FROM seat WHERE user_id IN (SELECT user_id FROM seat ORDER BY user_id LIMIT 100) ORDER BY user_id FOR UPDATE",
  );
  await world.query("UPDATE notice SET sign_out_at = date_trunc('milliseconds', clock_timestamp())");
  await until(
    "the first are out",
    async () => (await count("session WHERE logout_at IS NOT NULL")) > 0,
    patient,
  );
  await Promise.all([first.kill(), second.kill()]);
  await letGo();
  expect(await count("seat WHERE open")).toBeGreaterThanOrEqual(100);

  await Promise.all([first.start(), second.start()]);
  await until("everybody is out", async () => (await count("seat WHERE open")) === 0, patient);
  expect(world.gateways.map(({ crashes }) => crashes())).toEqual([0, 0]);

  const ledger = [...(await readLedger(world)).values()];
  expect(ledger).toHaveLength(all);
  expect(ledger.filter(({ cause }) => cause !== "mandatory_update")).toEqual([]);
  const notices = await world.query<{ why: string; told: number; out: boolean }>(
    `SELECT closed_why AS why, count(*) OVER (PARTITION BY session_id)::int AS told, logout_at = closed_at AS out
     FROM notice JOIN session ON session.id = session_id`,
  );
  expect(notices).toEqual(Array.from({ length: all }, () => ({ why: "signed_out", told: 1, out: true })));
  expect(await count("session_states")).toBe(all);
  expect(await count("state_interval")).toBe(0);

  const reply = await signIn(world.usernames[0] ?? "", first.url);
  expect(reply).toMatchObject({ status: 403, body: { type: "/problems/update-required" } });
}, 400_000);
