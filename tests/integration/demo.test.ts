import { Client } from "pg";
import { beforeAll, expect, test } from "vitest";
import { type Centre, planCentre } from "@/demo/centre";
import { planSessions } from "@/demo/history";
import { type OpenSessions, writeCentre } from "@/demo/write";
import { bootstrapToken } from "@/lib/auth/actor";
import { readLock } from "@/lib/auth/locks";
import { hashPassword } from "@/lib/auth/passwords";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { happeningsBeside } from "@/lib/logs/happenings";
import { listLogRequests } from "@/lib/logs/queries";
import { linesOf } from "@/lib/logs/reading";
import { findByTokens } from "@/lib/sessions/queries";
import { asOwner } from "./database";

// A whole centre, written as the role that runs: what the ledger's constraints refuse would fail here.

const days = 14;
let nowMs: number;
let centre: Centre;
let open: OpenSessions;

beforeAll(async () => {
  nowMs = (await databaseNow(db)).getTime();
  centre = planCentre({ seed: 7, agents: 60, nowMs, administrator: "admin" });
  const client = new Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  await client.query("begin");
  open = await writeCentre(client, centre, { nowMs, days, passwordHash: await hashPassword("a password") });
  await client.query("commit");
  await client.end();
});

test("all of the plan is in the tables", async () => {
  const sessions = centre.people.flatMap((person) => planSessions(centre, person, { nowMs, days }));
  const [counted] = await asOwner(
    `select (select count(*)::int from session) as sessions, (select count(*)::int from interaction) as interactions,
       (select count(*)::int from user_account) as users, (select count(*)::int from team) as teams,
       (select count(*)::int from seat) as seats`,
  );
  expect(counted).toEqual({
    sessions: sessions.length,
    interactions: sessions.flatMap(({ interactions }) => interactions).length,
    users: centre.people.length,
    teams: 12,
    seats: centre.people.length,
  });
});

test("the packed states of every session make its times", async () => {
  const wrong = await asOwner(`
    with spans as (
      select s.session_id, s.state, (extract(epoch from
        coalesce(lead(s.started_at) over (partition by s.session_id order by s.started_at), x.logout_at) - s.started_at
      ) * 1000)::bigint as ms
      from (select session_id, unnest(started_at) as started_at, unnest(state) as state from session_states) s
      join session x on x.id = s.session_id
    ), times as (
      select session_id, coalesce(sum(ms) filter (where state = 'ready'), 0) as ready,
        coalesce(sum(ms) filter (where state = 'busy'), 0) as busy,
        coalesce(sum(ms) filter (where state = 'unknown'), 0) as unknown, min(ms) as least
      from spans group by 1
    )
    select x.id from session x left join times t on t.session_id = x.id
    where x.logout_at is not null and (t.session_id is null or t.least < 0
      or (t.ready, t.busy, t.unknown) is distinct from (x.ready_ms, x.busy_ms, x.unknown_ms))`);
  expect(wrong).toEqual([]);
});

test("seats, signs of life and installations are those of the last sessions", async () => {
  const wrong = await asOwner(`
    with last as (select distinct on (user_id) * from session order by user_id, login_at desc)
    select u.username from user_account u join seat s on s.user_id = u.id left join last x on x.user_id = u.id
      left join sign_of_life l on l.user_id = u.id
    where s.session_id is distinct from x.id or l.session_id is distinct from x.id
      or (s.open and x.logout_at is not null) or s.version is distinct from x.version
      or s.installation_id is distinct from x.installation_id`);
  expect(wrong).toEqual([]);
  const unknown = await asOwner(
    `select x.id from session x left join installation i on i.id = x.installation_id and i.user_id = x.user_id
     where i.id is null`,
  );
  expect(unknown).toEqual([]);
});

test("two have to wait for their sign-in: one at an address, one at all of them", async () => {
  const away = centre.people.filter(({ username }) => !open[username]);
  const locks = await Promise.all(
    away.map(({ username }) => db.$transaction((tx) => readLock(tx, username))),
  );
  expect(
    locks
      .flatMap((lock) => lock ?? [])
      .map(({ addresses }) => addresses === "all")
      .sort(),
  ).toEqual([false, true]);
});

test("nothing happens after now, and most are at work", async () => {
  const [row] = await asOwner(
    `select (select max(greatest(login_at, logout_at, ended_at)) from session) <= $1::timestamptz as past,
       (select count(*)::float8 from seat where open) / 60 as present`,
    [new Date(nowMs)],
  );
  expect(row?.past).toBe(true);
  expect(row?.present).toBeGreaterThan(0.6);
});

test("who is signed in can go on with the token that the app would have kept", async () => {
  const sessions = await findByTokens(Object.values(open).map(({ token }) => token));
  expect(sessions.map((session) => session?.username)).toEqual(Object.keys(open));
  expect(sessions.every((session) => session?.logoutAt === null)).toBe(true);
});

test("logs of phones are there to be read, and are what their sessions did", async () => {
  const { items } = await listLogRequests(bootstrapToken);
  expect(items.map(({ status }) => status).toSorted()).toEqual(["complete", "declined", "partial"]);
  for (const { id, status, lines: count } of items) {
    const read = await linesOf(bootstrapToken, { id, from: 0, count: 10_000 });
    if (!read.ok) throw new Error(read.code);
    expect(read.value).toHaveLength(count);
    expect(read.value.length > 50).toBe(status !== "declined");
    const times = read.value.map(({ at }) => at?.getTime() ?? 0);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
    const happened = await happeningsBeside(bootstrapToken, { id });
    expect(happened.ok && happened.value.length > 0).toBe(status !== "declined");
  }
});
