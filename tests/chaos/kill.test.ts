import { afterAll, beforeAll, expect, onTestFailed, test } from "vitest";
import { lostFaults, partFaults, seatFaults, signInFaults, stateFaults } from "./faults";
import { readLedger } from "./ledger";
import { planVisits } from "./plan";
import { seed } from "./random";
import { ask } from "./requests";
import { newDiary } from "./stay";
import { until } from "./until";
import { type Present, visit } from "./visit";
import { openWorld, type World } from "./world";

let world: World;

beforeAll(async () => {
  world = await openWorld("kill", { people: 300, settings: { desktopLeaseSeconds: 2 } });
});
afterAll(() => world?.close());

test("kill -9 of a gateway and of Postgres among 1,000 sign-ins and take-overs loses nothing that was answered", async () => {
  const diary = newDiary();
  const { stays } = diary;
  onTestFailed(() => void process.stdout.write(`${diary.surprises.slice(0, 20).join("\n")}\n`));
  const [kept, killed] = world.gateways;
  const urls = world.gateways.map(({ url }) => url);
  const plans = planVisits(seed, 740, world.usernames);
  let calm = false;
  const storm = Promise.all(plans.map((plan) => visit(urls, plan, diary))).finally(() => {
    calm = true;
  });

  await until("a hundred are signed in", () => stays.length >= 100);
  await killed.kill();
  const served = () => stays.filter(({ via }) => via === kept.url).length;
  const before = served();
  await until("the other gateway has signed in 25 more", () => served() >= before + 25);
  await killed.start();
  await until("both serve", () => calm || stays.slice(-10).some(({ via }) => via === killed.url));
  expect(calm).toBe(false);
  await world.postgres.kill();
  await world.postgres.start();
  const present = (await storm).filter((one): one is Present => one !== undefined);

  expect(world.gateways.map(({ crashes }) => crashes())).toEqual([0, 0]);

  // Every app that is there hears what became of its session.
  await until("apps and ledger agree on who is there", async () => {
    const ledger = await readLedger(world);
    return present.every(
      ({ stay, line }) =>
        (stay.ended === null && line.isOpen()) === (ledger.get(stay.sessionId)?.logoutAt === null),
    );
  });
  const there = present.filter(({ stay }) => stay.ended === null);
  expect(there.length).toBeGreaterThan(20);
  for (const { stay } of there) {
    const headers = { authorization: `Bearer ${stay.token}` };
    const call = { method: "GET", path: "/v1/sessions/current", headers };
    expect
      .soft(await ask(kept.url, call))
      .toMatchObject({ status: 200, body: { sessionId: stay.sessionId } });
  }

  for (const { line } of there) line.vanish();
  await until("every desktop that vanished is out", async () => {
    const ledger = [...(await readLedger(world)).values()];
    return !ledger.some(({ platform, seated }) => platform === "desktop" && seated);
  });

  const ledger = await readLedger(world);
  expect.soft(diary.surprises).toEqual([]);
  expect.soft(signInFaults(ledger, stays)).toEqual([]);
  expect
    .soft([...ledger.values()].filter(({ idempotencyKey }) => !diary.keys.has(idempotencyKey ?? "")))
    .toEqual([]);
  expect.soft(seatFaults(ledger)).toEqual([]);
  expect.soft(stateFaults(ledger, stays)).toEqual([]);
  expect.soft(lostFaults(ledger, stays, { lagMs: 1000 })).toEqual([]);
  expect.soft(partFaults(ledger)).toEqual([]);
  const out = stays.filter(({ signedOut }) => signedOut).map(({ sessionId }) => ledger.get(sessionId)?.cause);
  expect.soft(new Set(out)).toEqual(new Set(["signed_out"]));
});
