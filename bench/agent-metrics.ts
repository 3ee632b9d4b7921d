import { get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { openAgGrid } from "./ag-grid-page";
import { openChromium } from "./chromium";
import { signInToConsole } from "./console-session";
import { timesOf } from "./percentiles";
import { remote } from "./remote";
import type { Row } from "./table";
import { watchPage } from "./watch-page";
import { makeAdministrator, makeAgents, password, processorSeconds, signInAll, type World } from "./world";

const agents = 10_000;
const teams = 40;
const perSecond = 500;
const readers = 20;
const seconds = 20;

/** Ten thousand agents on the Agent Metrics View, from the app's frame to the painted cell, beside AG Grid Community. */
export default async function agentMetrics(world: World): Promise<Row[]> {
  const tokens = await crowdOfTeams(world);
  const gateway = await world.startGateway();
  const console = await world.startConsole();
  const cookie = await signInToConsole(console.url, { username: "admin", password });
  const snapshot = await readSnapshots(console.url, cookie);

  const crowd = remote(world.start("bench/crowd.ts"));
  await crowd("connect", { url: gateway.url, tokens });
  const others = remote(world.start("bench/readers.ts"));
  await others("open", { url: console.url, cookie, count: readers - 1, cursor: snapshot.cursor });

  const chromium = await openChromium(console.url, cookie);
  try {
    const work = (forSeconds: number) =>
      crowd<{ perSecond: number; p95: number }>("pace", { seconds: forSeconds, perSecond, often: 30 });

    // So that neither page meets processes that have just been started.
    await work(10);
    const ours = await chromium.open();
    // The page comes with its first rows; it has been loaded once it has all of them.
    const loaded = ours.waitForEvent("requestfinished", {
      predicate: (request) => new URL(request.url()).pathname === "/api/agents",
      timeout: 120_000,
    });
    await ours.goto("/supervision");
    await loaded;
    await ours.getByText("10,000 agents").waitFor();
    const rollcall = await measure(ours, work, console.pid);
    await ours.context().close();

    const theirs = await chromium.open();
    await openAgGrid(theirs);
    const agGrid = await measure(theirs, work, console.pid);
    await theirs.context().close();

    const missed = await reconnect(world, {
      url: console.url,
      cookie,
      crowd,
      others,
      snapshot,
    });
    return [
      {
        what: "snapshot of 10,000 agents, to the last byte, median of 5",
        figure: snapshot.medianMs,
        unit: "ms",
        wanted: { most: 300 },
      },
      { what: "… compressed", figure: snapshot.bytes / 1e6, unit: "MB", wanted: { most: 1.5 } },
      {
        what: "state changes stored, 10,000 sockets",
        figure: rollcall.perSecond,
        unit: "/s",
        wanted: { least: perSecond * 0.95 },
      },
      { what: "frame sent to cell painted, p50", figure: rollcall.latency.p50, unit: "ms" },
      { what: "… p95", figure: rollcall.latency.p95, unit: "ms", wanted: { most: 250 } },
      { what: "… p99", figure: rollcall.latency.p99, unit: "ms", wanted: { most: 500 } },
      { what: "… of so many cells", figure: rollcall.latency.count, unit: "", wanted: { least: 100 } },
      {
        what: "console process, share of one core, 20 readers",
        figure: rollcall.cores,
        unit: "",
        wanted: { most: 1 },
      },
      {
        what: "longest task in the browser while changes flow",
        figure: rollcall.longestTask,
        unit: "ms",
        wanted: { most: 50 },
      },
      {
        what: "frame while scrolling, p95",
        figure: rollcall.scrolling.p95,
        unit: "ms",
        wanted: { most: 33.4 },
      },
      { what: "AG Grid Community: frame sent to cell painted, p95", figure: agGrid.latency.p95, unit: "ms" },
      { what: "… p99", figure: agGrid.latency.p99, unit: "ms" },
      { what: "… longest task", figure: agGrid.longestTask, unit: "ms" },
      { what: "… frame while scrolling, p95", figure: agGrid.scrolling.p95, unit: "ms" },
      {
        what: "latency p95 as a share of AG Grid's",
        figure: rollcall.latency.p95 / agGrid.latency.p95,
        unit: "",
        wanted: { most: 1.05 },
      },
      {
        what: "frame p95 as a share of AG Grid's",
        figure: rollcall.scrolling.p95 / agGrid.scrolling.p95,
        unit: "",
        wanted: { most: 1.05 },
      },
      { what: "50 readers back at once, after 3 s away", figure: missed.tookMs, unit: "ms" },
      { what: "… changes that one of them misses", figure: missed.count, unit: "", wanted: { most: 0 } },
    ];
  } finally {
    await chromium.close();
  }
}

async function crowdOfTeams(world: World) {
  await makeAgents(world, agents);
  await world.db.query(
    "insert into team (id, name) select gen_random_uuid(), 'Team ' || n from generate_series(2, $1) n",
    [teams],
  );
  await world.db.query(`
    with numbered as (select id, row_number() over (order by id) - 1 as n from team),
      people as (select id, row_number() over (order by id) as n from user_account)
    update user_account u set team_id = numbered.id from people, numbered
    where people.id = u.id and numbered.n = people.n % (select count(*) from team)`);
  await signInAll(world);
  await makeAdministrator(world);
  // Those first whom the grid shows first.
  const { rows } = await world.db.query<{ token: string }>(
    "select 'token.' || id as token from user_account where username like 'agent%' order by length(username), username",
  );
  return rows.map(({ token }) => token);
}

type Revision = { id: string; revision: number };

/** Compressed, as a browser asks for it. */
async function readSnapshots(url: string, cookie: string) {
  const read = () =>
    new Promise<{ ms: number; bytes: number }>((resolve, reject) => {
      const from = performance.now();
      get(`${url}/api/agents`, { headers: { cookie, "accept-encoding": "gzip" } }, (response) => {
        let bytes = 0;
        response.on("data", (chunk: Buffer) => {
          bytes += chunk.length;
        });
        response.on("end", () => resolve({ ms: performance.now() - from, bytes }));
      }).on("error", reject);
    });
  await read();
  const times = [];
  for (let round = 0; round < 5; round++) times.push(await read());
  const answer = await fetch(`${url}/api/agents`, { headers: { cookie } });
  const { cursor, rows } = (await answer.json()) as { cursor: string; rows: Revision[] };
  const revisions = new Map(rows.map(({ id, revision }) => [id, revision]));
  return {
    medianMs: timesOf(times.map(({ ms }) => ms)).p50,
    bytes: times[0]?.bytes ?? 0,
    cursor,
    revisions,
  };
}

type Work = (seconds: number) => Promise<{ perSecond: number }>;

/** While changes flow: first the reader only looks, then they scroll. */
async function measure(page: Page, work: Work, consolePid: number) {
  const watch = await watchPage(page);
  await work(4);
  await watch.take();

  const before = processorSeconds(consolePid);
  const { perSecond } = await work(seconds);
  const cores = (processorSeconds(consolePid) - before) / seconds;
  const looking = await watch.take();

  const working = work(8);
  await page.mouse.move(720, 420);
  await watch.take();
  for (let step = 0; step < 160; step++) {
    await page.mouse.wheel(0, 120);
    await page.waitForTimeout(30);
  }
  const { frames } = await watch.take();
  await working;
  return {
    perSecond,
    cores,
    latency: timesOf(looking.latencies),
    longestTask: Math.max(0, ...looking.longTasks),
    scrolling: timesOf(frames),
  };
}

type Calls = ReturnType<typeof remote>;

/** Readers who break off while changes flow and come back together: what they know at the end, against the database. */
async function reconnect(world: World, { url, cookie, crowd, others, snapshot }: Away) {
  const { cursor, revisions } = snapshot;
  await others("open", { url, cookie, count: 50 - (readers - 1), cursor });
  const working = crowd("pace", { seconds: 6, perSecond, often: 30 });
  const tookMs = await others<number>("breakOff", { awayMs: 3000 });
  await working;
  // Longer than the longest pause between two looks at the feed.
  await pause(2500);
  const known = await others<Record<string, number>[]>("revisions");
  const { rows } = await world.db.query<Revision>(
    "select user_id as id, revision::float8 from seat where open",
  );
  const missed = known.flatMap((told) =>
    rows.filter(({ id, revision }) => (told[id] ?? revisions.get(id)) !== revision),
  );
  return { tookMs, count: missed.length };
}

type Away = {
  url: string;
  cookie: string;
  crowd: Calls;
  others: Calls;
  snapshot: { cursor: string; revisions: ReadonlyMap<string, number> };
};
