import { randomBytes } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, expect, onTestFailed, onTestFinished, test } from "vitest";
import { signInToConsole } from "@/bench/console-session";
import { lastDaily } from "@/lib/sessions/schedule";
import { defaults } from "@/lib/settings/schema";
import { timeOfDayAt } from "@/lib/settings/time-of-day";
import { buildConsole } from "@/scripts/build";
import { placeConsole } from "./console";
import { planVisits } from "./plan";
import type { Placed } from "./process";
import { randomFrom, seed } from "./random";
import { openProgram, openTab, type Reader } from "./reader";
import { wrongIn } from "./seen";
import { newDiary } from "./stay";
import { until } from "./until";
import { type Present, visit } from "./visit";
import { openWorld, password, type World } from "./world";

const token = randomBytes(32).toString("base64url");
const random = randomFrom(seed);
// For machines that are busy: nothing here waits by itself.
const patience = { seconds: 40 };

let world: World;
let consoles: Placed[] = [];
let readers: Reader[] = [];

beforeAll(async () => {
  await buildConsole();
  world = await openWorld("watch", { people: 120, settings: { desktopLeaseSeconds: 2 } });
  await world.query(makeWatchers);
  const env = { ...world.env, ADMIN_API_TOKEN: token };
  consoles = [await placeConsole("console-a", env), await placeConsole("console-b", env)];
  await Promise.all(consoles.map((one) => one.start()));
}, 300_000);
afterAll(async () => {
  await Promise.all(readers.map((reader) => reader.close()));
  await Promise.all(consoles.map((one) => one.kill()));
  await world?.close();
});

test("twenty readers see what the database has, after kill -9 of consoles and a gateway among changes", {
  timeout: 240_000,
}, async () => {
  const diary = newDiary();
  onTestFailed(() => {
    const faults = [...diary.surprises, ...readers.flatMap((reader) => reader.faults)];
    process.stdout.write(`${faults.slice(0, 20).join("\n")}\n`);
  });
  const urls = consoles.map(({ url }) => url);
  const cookieOf = (username: string) => signInToConsole(urls[0] ?? "", { username, password });
  const everybody = { cookie: await cookieOf("admin"), team: null };
  const billing = { cookie: await cookieOf("sue"), team: "Billing" };
  readers = Array.from({ length: 20 }, (_, index) => {
    if (index < 10) return openProgram(urls, token, random.fork());
    return openTab(urls, index < 15 ? everybody : billing, random.fork());
  });
  const allListen = () =>
    until("all readers listen", () => readers.every((reader) => reader.isOpen()), patience);
  await allListen();

  const { stays } = diary;
  const plans = planVisits(seed, 5000, world.usernames);
  let calm = false;
  const storm = Promise.all([...Array.from({ length: 6 }, comeAndGo), changeTeams()]);
  onTestFinished(async () => {
    calm = true;
    for (const one of (await storm).flat()) one?.line.vanish();
  });

  async function comeAndGo() {
    const present: (Present | undefined)[] = [];
    const gateways = world.gateways.map(({ url }) => url);
    for (let plan = plans.pop(); plan && !calm; plan = plans.pop()) {
      present.push(await visit(gateways, plan, diary));
      await pause(plan.random.between(0, 400));
    }
    return present;
  }
  async function changeTeams() {
    while (!calm) {
      await world.query(changeTeam, [random.pick(world.usernames)]);
      await pause(random.between(50, 300));
    }
    return [];
  }
  const more = (count: number) => {
    const before = stays.length;
    return until(`${count} more are signed in`, () => stays.length >= before + count, patience);
  };

  const [gateway] = world.gateways;
  await more(20);
  await kill(consoles[0], gateway);
  await more(5);
  await allListen();
  await start(consoles[0], gateway);
  await more(5);
  // With every console gone, nobody can go on from where they stood.
  await kill(...consoles);
  await more(5);
  await start(...consoles);
  await allListen();
  await more(5);
  expect(plans.length).toBeGreaterThan(0);
  calm = true;
  await storm;

  const allRight = (since: Date) =>
    expect.poll(() => wrongIn(world, readers, since), { timeout: 20_000, interval: 250 }).toEqual([]);
  await allRight(lastDaily(defaults.dailyResetAt, defaults.timeZone, new Date()));
  expect(stays.length).toBeGreaterThan(30);
  expect(diary.surprises).toEqual([]);
  expect(readers.flatMap(({ faults }) => faults)).toEqual([]);
  expect([...consoles, ...world.gateways].map(({ crashes }) => crashes())).toEqual([0, 0, 0, 0]);
  // All of them began anew once; those of the first console went on at the other one before.
  expect(readers.filter((reader) => reader.snapshots() < 2)).toEqual([]);
  expect(readers.some((reader) => reader.openings() > reader.snapshots())).toBe(true);

  // The day turns while a console is dead and half of its readers are on their way to the other one.
  let midnight = new Date();
  const wentHome = async () => {
    const [found] = await world.query<{ minute: Date }>(afterSignOut);
    if (found) midnight = found.minute;
    return found !== undefined;
  };
  await until("somebody of Billing went home before this minute", wentHome, { seconds: 90 });
  const seenBefore = readers.map((reader) => reader.see().length);
  await kill(consoles[1]);
  await world.query(turnDay, [JSON.stringify(timeOfDayAt(midnight.toISOString(), defaults.timeZone))]);
  await allListen();
  await start(consoles[1]);
  await allRight(midnight);
  // Whoever went home before it is on nobody's list any more.
  expect(readers.filter((reader, index) => reader.see().length >= (seenBefore[index] ?? 0))).toEqual([]);
});

const kill = (...servers: (Placed | undefined)[]) => Promise.all(servers.map((server) => server?.kill()));
/** One after the other: each start takes all that a small machine has. */
async function start(...servers: (Placed | undefined)[]) {
  for (const server of servers) await server?.start();
}

/** The minute that has begun, once somebody was signed out before it. */
const afterSignOut = `
  SELECT m.minute FROM date_trunc('minute', now()) AS m (minute)
  WHERE EXISTS (SELECT FROM seat s JOIN user_account u ON u.id = s.user_id JOIN team t ON t.id = u.team_id
    WHERE t.name = 'Billing' AND NOT s.open AND s.logout_at < m.minute)`;

const turnDay = `
  INSERT INTO setting (key, value) VALUES ('dailyResetAt', $1::jsonb)
  ON CONFLICT (key) DO UPDATE SET value = excluded.value`;

const makeWatchers = `
  WITH sales AS (INSERT INTO team (id, name) VALUES (gen_random_uuid(), 'Sales') RETURNING id),
  watchers AS (
    INSERT INTO user_account (id, username, name, password_hash, team_id, roles)
    SELECT gen_random_uuid(), w.username, w.username, u.password_hash, sales.id, w.roles::role[]
    FROM sales, (VALUES ('admin', '{administrator}'), ('sue', '{supervisor}')) AS w (username, roles),
      (SELECT password_hash FROM user_account LIMIT 1) AS u
    RETURNING id, username)
  INSERT INTO team_supervisor (user_id, team_id)
  SELECT w.id, t.id FROM watchers w, team t WHERE w.username = 'sue' AND t.name = 'Billing'`;

const changeTeam = `
  UPDATE user_account u SET team_id = t.id FROM team t WHERE u.username = $1 AND t.id <> u.team_id`;
