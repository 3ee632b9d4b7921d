import { execFileSync } from "node:child_process";
import { availableParallelism, loadavg } from "node:os";
import { planSessions } from "@/demo/history";
import { centreOf, readRecord } from "@/demo/record";
import { expect, signInToConsole, test } from "./fixtures";
import { launchDemo, ownInstance } from "./launch";
import { query } from "./ledger";
import { UsersPage } from "./pages/users-page";

// The promise is of a machine that does nothing else: where more wants to run than there are cores, each waits its turn.
const promisedMs = () => 60_000 * Math.max(1, (loadavg()[0] ?? 0) / availableParallelism());

test("npm run demo: a centre within a minute, two months old and alive; Ctrl-C sends everybody home", async ({
  browser,
}) => {
  test.setTimeout(5 * 60_000);
  const { settings, remove } = await ownInstance();
  const { DATA_DIR, CONSOLE_URL, GATEWAY_URL } = settings;
  const ask = (sql: string) => query(sql, [], DATA_DIR);
  let demo = await launchDemo(settings, "demo");
  try {
    expect(demo.readyMs).toBeLessThan(promisedMs());
    await expect.poll(() => demo.output()).toMatch(/\d+ of \d+ agents are signed in/);
    const context = await browser.newContext({ baseURL: CONSOLE_URL });
    await signInToConsole(context, process.env.ADMIN_USERNAME ?? "", process.env.ADMIN_PASSWORD ?? "");
    const users = new UsersPage(await context.newPage());
    for (const platform of ["desktop", "mobile"]) {
      await users.open({ signedIn: "true", platform });
      await expect.poll(() => users.names.count()).toBeGreaterThan(10);
    }
    await context.close();

    const { madeAt, sessions } = await planFor(DATA_DIR);
    expect(await query(days, [madeAt], DATA_DIR)).toEqual([{ days: 61, thinner: true, earlier: true }]);
    expect((await ask("select distinct cause::text from session")).map(({ cause }) => cause)).toEqual(
      expect.arrayContaining(causes),
    );
    expect(await ask(versions)).toEqual([{ old: "0.00", moving: true, spreads: true }]);
    expect(await query(endedBy, [madeAt], DATA_DIR)).toEqual(sessions);

    const before = descendantsOf(demo.pid);
    expect(before.length).toBeGreaterThan(5);
    await demo.pressCtrlC();
    expect(demo.output()).toMatch(/All \d+ agents have signed out/);
    await expect.poll(() => before.filter(isRunning)).toEqual([]);

    demo = await launchDemo(settings, "demo-again");
    expect(demo.readyMs).toBeLessThan(promisedMs() / 2);
    // Whoever is signed in came back after this start.
    const beganAt = new Date(Date.now() - demo.upMs());
    const older = "select count(*)::int from session where logout_at is null and login_at < $1";
    expect(await query(older, [beganAt], DATA_DIR)).toEqual([{ count: 0 }]);
    await demo.pressCtrlC();
    for (const url of [CONSOLE_URL, GATEWAY_URL]) await expect(fetch(url)).rejects.toThrow();
  } finally {
    demo.kill();
    await remove();
  }
});

const causes = [
  ...["signed_out", "taken_over", "connection_lost", "inactivity"],
  ...["forced_by_supervisor", "ended_by_administrator"],
];

// Whoever signed in since is of no day of the past. Weekends are thinner where people rest; the day of New York begins
// hours after that of Berlin.
const days = `
  with logins as (
    select login_at, t.name, extract(isodow from login_at at time zone 'Europe/Berlin') > 5 as weekend,
      extract(epoch from login_at::time) / 3600 as hour
    from session s join team t on t.id = s.team_id where login_at <= $1
  )
  select ceil(extract(epoch from max(login_at) - min(login_at)) / 86400)::int as days,
    count(*) filter (where weekend) / 2.0 < 0.7 * count(*) filter (where not weekend) / 5.0 as thinner,
    percentile_cont(0.5) within group (order by hour) filter (where name = 'Claims') - 3
      > percentile_cont(0.5) within group (order by hour) filter (where name = 'Billing') as earlier
  from logins`;

const versions = `
  with shares as (
    select now() - login_at as ago, (version = '2.18.0')::int as newest from session where platform = 'mobile'
  )
  select (avg(newest) filter (where ago > interval '10 days'))::numeric(3, 2)::text as old,
    avg(newest) filter (where ago < interval '5 days') between 0.1 and 0.9 as moving,
    avg(newest) filter (where ago < interval '1 day')
      > 0.1 + avg(newest) filter (where ago between interval '3 days' and interval '5 days') as spreads
  from shares`;

const endedBy = "select id, ready_ms::int as ready from session where logout_at <= $1 order by id";

/** The history that follows from the seed, and the moment at which it ends. */
async function planFor(dataDir: string) {
  const record = await readRecord(dataDir);
  if (!record?.madeAt) throw new Error("the demo was not made");
  const nowMs = Date.parse(record.madeAt);
  const centre = centreOf(record, nowMs);
  const all = centre.people.flatMap((person) => planSessions(centre, person, { nowMs, days: 61 }));
  const ended = all.filter(({ ending }) => ending).map(({ id, times }) => ({ id, ready: times.ready }));
  return { madeAt: record.madeAt, sessions: ended.sort((a, b) => (a.id < b.id ? -1 : 1)) };
}

function descendantsOf(pid: number): number[] {
  const rows = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((row) => row.trim().split(/\s+/).map(Number));
  const childrenOf = (parent: number): number[] =>
    rows.filter(([, of]) => of === parent).flatMap(([child = 0]) => [child, ...childrenOf(child)]);
  return childrenOf(pid);
}

function isRunning(pid: number) {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
