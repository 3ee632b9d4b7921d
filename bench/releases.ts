import { setTimeout as pause } from "node:timers/promises";
import { bootstrapToken } from "@/lib/auth/actor";
import { createRelease } from "@/lib/releases/commands";
import { withdrawRelease } from "@/lib/releases/course";
import { previewRelease } from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import { CreateRelease } from "@/lib/releases/schema";
import { makeFleet } from "./fleet";
import { timesOf } from "./percentiles";
import { remote } from "./remote";
import type { Row } from "./table";
import { processorSeconds, type World } from "./world";

const rounds = 12;
const people = 10_000;

/**
 * What a release costs with 10,000 agents signed in and 15,000 installations: to foresee, to publish, to withdraw; then with
 * the apps of all of them connected to one gateway: until the last one is told, and signed out at its deadline.
 */
export default async function measure(world: World): Promise<Row[]> {
  const tokens = await makeFleet(world, people);
  return [...(await unconnected(world)), ...(await connected(world, tokens))];
}

async function unconnected(world: World): Promise<Row[]> {
  for (const [index, version] of ["2.17.70", "2.17.80", "2.17.90"].entries()) {
    await publish(await draft({ version, kind: "recommended", stagePercent: 5 * (index + 1) }));
  }
  const id = await draft({ version: "2.18.0", kind: "mandatory", minimumOs: "15" });

  const previews: number[] = [];
  await previewRelease(bootstrapToken, { id });
  for (let round = 0; round < rounds; round++) {
    previews.push(await timed(() => previewRelease(bootstrapToken, { id })));
  }
  const publishMs = await timed(() => publish(id));
  const { rows } = await world.db.query(
    `select count(*)::int as told from notice where release_id = $1 and closed_at is null`,
    [id],
  );
  const withdrawMs = await timed(() => withdrawRelease(bootstrapToken, { id }));
  const preview = timesOf(previews);
  return [
    { what: "preview, p95", figure: preview.p95, unit: "ms", wanted: { most: 500 } },
    { what: "preview, median", figure: preview.p50, unit: "ms" },
    {
      what: "publish to the last stored outcome and notice",
      figure: publishMs / 1000,
      unit: "s",
      wanted: { most: 5 },
    },
    { what: "notices stored by it", figure: rows[0].told, unit: "", wanted: { least: people } },
    { what: "withdraw to the last closed notice and outcome", figure: withdrawMs / 1000, unit: "s" },
  ];
}

async function connected(world: World, tokens: readonly string[]): Promise<Row[]> {
  const gateway = await world.startGateway();
  const crowd = remote(world.start("bench/crowd.ts"));
  await crowd("connect", { url: gateway.url, tokens });

  const gone = await withdrawn(world, crowd);
  const id = await draft({ version: "2.18.2", kind: "mandatory", signOut: { mode: "at_once" } });
  const publishedMs = Date.now();
  let busy = processorSeconds(gateway.pid);
  const told = crowd<number>("heard", { type: "notice", fromMs: publishedMs });
  await publish(id);
  const storedMs = Date.now() - publishedMs;
  const toldMs = (await told) - publishedMs;
  const tellingSeconds = processorSeconds(gateway.pid) - busy;
  await confirmed(world, id);

  busy = processorSeconds(gateway.pid);
  const { rows } = await world.db.query(
    `with due as materialized (
       select ledger_now() + interval '3 s' as at
     ), moved as (
       update notice set sign_out_at = due.at from due where release_id = $1 and closed_at is null
     ) select extract(epoch from at) * 1000 as ms from due`,
    [id],
  );
  const dueMs = Number(rows[0].ms);
  const heard = crowd<number>("heard", { type: "session.ended", fromMs: publishedMs });
  await until(world, "select not exists (select 1 from seat where open) as yes");
  const endedMs = Date.now() - dueMs;
  const heardMs = (await heard) - dueMs;
  const endingSeconds = processorSeconds(gateway.pid) - busy;
  const { rows: ended } = await world.db.query(
    `select count(*)::int as n from session where cause = 'mandatory_update' and logout_at >= to_timestamp($1 / 1000.0)`,
    [dueMs],
  );
  return [
    ...gone,
    {
      what: "all connected: publish to the last stored outcome and notice",
      figure: storedMs / 1000,
      unit: "s",
      wanted: { most: 5 },
    },
    { what: "… to the last connected app", figure: toldMs / 1000, unit: "s", wanted: { most: 5 } },
    { what: "… processor time of the gateway", figure: tellingSeconds, unit: "s" },
    { what: "deadline to the last ended session", figure: endedMs / 1000, unit: "s", wanted: { most: 5 } },
    { what: "… to the last app that is told", figure: heardMs / 1000, unit: "s" },
    { what: "… processor time of the gateway", figure: endingSeconds, unit: "s" },
    { what: "sessions ended by it, none before it", figure: ended[0].n, unit: "", wanted: { least: people } },
  ];
}

/** One that a tenth of those who are connected were told of leaves their screens. */
async function withdrawn(world: World, crowd: ReturnType<typeof remote>): Promise<Row[]> {
  const id = await draft({ version: "2.18.1", kind: "mandatory", stagePercent: 10 });
  await publish(id);
  await confirmed(world, id);
  const { rows } = await world.db.query(
    "select count(*)::int as told from notice where release_id = $1 and closed_at is null",
    [id],
  );
  const count = rows[0].told;
  const fromMs = Date.now();
  const gone = crowd<number>("heard", { type: "notice.withdrawn", fromMs, count });
  await withdrawRelease(bootstrapToken, { id });
  const goneMs = (await gone) - fromMs;
  return [
    {
      what: "screens of a tenth that a withdrawn release leaves",
      figure: count,
      unit: "",
      wanted: { least: 900 },
    },
    { what: "withdraw to the last of them", figure: goneMs / 1000, unit: "s", wanted: { most: 1 } },
  ];
}

/** What apps confirm of a notice is stored: what follows does not wait behind it. */
const confirmed = (world: World, id: string) =>
  until(
    world,
    `select not exists (select 1 from notice where release_id = '${id}' and closed_at is null and delivered_at is null) as yes`,
  );

/** Asked seldom: what asks takes from the two cores that it measures. */
async function until({ db }: World, question: string) {
  while (!(await db.query(question)).rows[0].yes) await pause(100);
}

async function timed(act: () => Promise<unknown>) {
  const start = performance.now();
  await act();
  return performance.now() - start;
}

async function draft(given: object) {
  const input = CreateRelease.parse({
    channel: "ios",
    notes: "Calls no longer drop.",
    storeUrl: "https://apps.apple.com/app/id1",
    inStore: true,
    ...given,
  });
  const made = await createRelease(bootstrapToken, input);
  if (!made.ok) throw new Error(made.code);
  return made.value.id;
}

async function publish(id: string) {
  const out = await publishRelease(bootstrapToken, { id });
  if (!out.ok) throw new Error(out.code);
}
