import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lostFaults, stateFaults } from "./faults";
import { readLedger } from "./ledger";
import { type Line, openLine } from "./line";
import { randomFrom, seed } from "./random";
import { ask, type Reply } from "./requests";
import { clients, signIn } from "./sign-in";
import { newDiary, nextState, type Stay, type Told } from "./stay";
import { until } from "./until";
import { openWorld, password, type World } from "./world";

const leaseSeconds = 5;
const outageMs = 10_000;

type Agent = { stay: Stay; line: Line };

const random = randomFrom(seed);
const diary = newDiary();
const agents: Agent[] = [];
/** Whose network broke for a moment, and who vanished, while Postgres was away. */
let dropped: Agent[];
let vanished: Agent[];
let lasting: Agent[];
let world: World;
let urls: string[];
let backMs: number;
const toldMeanwhile: Told[] = [];
const answers: (Reply & { tookMs: number })[] = [];

// Postgres is away for ten seconds under live sockets; each test looks at one side of what came of it.
beforeAll(async () => {
  world = await openWorld("outage", { people: 51, settings: { desktopLeaseSeconds: leaseSeconds } });
  urls = world.gateways.map(({ url }) => url);
  const late = world.usernames.slice(50);
  await Promise.all(world.usernames.filter((name) => !late.includes(name)).map(arrive));
  dropped = agents.slice(0, 5);
  vanished = agents.filter(({ stay }) => stay.app === "Agent Desktop").slice(-5);
  lasting = agents.filter((agent) => !vanished.includes(agent));

  await world.postgres.stop();
  const outage = pause(outageMs);
  const meanwhile = [
    ...agents.map(speak),
    ...dropped.map(drop),
    ...vanished.map(vanish),
    ...[500, 4000, 8000].map(tryAll),
  ];
  await Promise.all(meanwhile);
  await outage;
  backMs = Date.now();
  await world.postgres.start();
});
afterAll(async () => {
  for (const { line } of agents) line.vanish();
  await world?.close();
});

async function arrive(username: string, index: number) {
  const app = index % 4 === 0 ? "Mobile" : "Agent Desktop";
  const stay = await signIn(
    urls,
    { username, app, address: `10.2.0.${index}`, takesOver: false, random },
    diary,
  );
  if (!stay) throw new Error(diary.surprises.join("\n"));
  const line = openLine(urls, stay, random, diary);
  agents.push({ stay, line });
  await line.tell([nextState(stay)]);
}

async function speak({ stay, line }: Agent) {
  await pause(random.between(500, 3000));
  const told = nextState(stay);
  toldMeanwhile.push(told);
  void line.tell([told]);
  line.probe();
}

async function drop({ line }: Agent) {
  await pause(random.between(3500, 6000));
  line.drop();
}

async function vanish({ line }: Agent) {
  await pause(random.between(3500, 5000));
  line.vanish();
}

/** All that an app may ask, at both gateways. */
async function tryAll(afterMs: number) {
  await pause(afterMs);
  const authorization = `Bearer ${lasting[0]?.stay.token}`;
  const credentials = { username: world.usernames[50], password, client: clients.Mobile };
  const events = { events: [{ id: `meanwhile ${afterMs}`, type: "alive" }] };
  const calls = [
    { method: "POST", path: "/v1/sessions", headers: {}, body: credentials },
    { method: "POST", path: "/v1/events", headers: { authorization }, body: events },
    { method: "GET", path: "/v1/sessions/current", headers: { authorization } },
    { method: "DELETE", path: "/v1/sessions/current", headers: { authorization } },
  ];
  const asked = urls.flatMap((url) =>
    calls.map(async (call) => {
      const askedMs = performance.now();
      const reply = await ask(url, call);
      answers.push({ ...reply, tookMs: performance.now() - askedMs });
    }),
  );
  await Promise.all(asked);
}

describe("Postgres away for ten seconds", () => {
  test("requests are told within seconds to come again", () => {
    expect(answers).toHaveLength(3 * 2 * 4);
    expect(answers.filter(({ status }) => status !== 503)).toEqual([]);
    expect(answers.filter(({ retryAfter }) => !retryAfter)).toEqual([]);
    expect(Math.max(...answers.map(({ tookMs }) => tookMs))).toBeLessThan(4000);
  });

  test("frames are acknowledged once they are stored, dated when they were sent", async () => {
    const expected = lasting.flatMap(({ stay }) => stay.told.slice(-1));
    await until("all is acknowledged", () => expected.every(({ acknowledgedMs }) => acknowledgedMs));
    expect(toldMeanwhile.filter(({ acknowledgedMs }) => acknowledgedMs && acknowledgedMs < backMs)).toEqual(
      [],
    );
    const ledger = await readLedger(world);
    const stays = lasting.map(({ stay }) => stay);
    expect(stateFaults(ledger, stays)).toEqual([]);
    const offMs = stays.map(({ sessionId, told }) => {
      const last = told.at(-1);
      return Math.abs((ledger.get(sessionId)?.startedAt.at(-1)?.getTime() ?? 0) - (last?.atMs ?? 0));
    });
    expect(Math.max(...offMs)).toBeLessThan(2000);
  });

  test("sockets stay, and nobody is signed out for it", async () => {
    await until("every lease has begun anew and run out", async () => {
      const sql =
        "SELECT ledger_now() > resumed_at + $1 * interval '1 s' AS past, resumed_at FROM gateway_beat";
      const [beat] = await world.query<{ past: boolean; resumed_at: Date }>(sql, [leaseSeconds + 1]);
      return beat?.past === true && beat.resumed_at.getTime() > backMs;
    });
    const ledger = await readLedger(world);
    expect(lasting.filter(({ stay }) => ledger.get(stay.sessionId)?.logoutAt !== null)).toEqual([]);
    expect(lasting.filter(({ stay }) => stay.ended !== null)).toEqual([]);
    const kept = lasting.filter((agent) => !dropped.includes(agent));
    expect(kept.map(({ line }) => line.connections())).toEqual(kept.map(() => 1));
    expect(lasting.filter(({ line }) => !line.isOpen())).toEqual([]);
    expect(diary.surprises).toEqual([]);
  });

  test("an app that vanished meanwhile was last seen while it was there", async () => {
    await until("the vanished are out", async () => {
      const ledger = await readLedger(world);
      return vanished.every(({ stay }) => ledger.get(stay.sessionId)?.cause === "connection_lost");
    });
    const stays = vanished.map(({ stay }) => stay);
    expect(lostFaults(await readLedger(world), stays, { lagMs: 1000 })).toEqual([]);
  });

  test("afterwards everything goes on by itself", async () => {
    expect(world.gateways.map(({ crashes }) => crashes())).toEqual([0, 0]);
    expect(await Promise.all(world.gateways.map((gateway) => gateway.serves()))).toEqual([true, true]);
    await Promise.all(lasting.map(({ stay, line }) => line.tell([nextState(stay)])));
    expect(
      stateFaults(
        await readLedger(world),
        lasting.map(({ stay }) => stay),
      ),
    ).toEqual([]);
    const who = { username: world.usernames[50] ?? "", app: "Mobile" as const, address: "10.2.1.1" };
    expect(await signIn(urls, { ...who, takesOver: false, random }, diary)).toMatchObject({ ended: null });
  });
});
