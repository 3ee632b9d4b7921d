import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";
import { type Times, timesOf } from "./percentiles";
import { remote } from "./remote";
import type { Row } from "./table";
import { makeAgents, password, signInAll, type World } from "./world";

const seconds = 15;
const concurrency = 64;
const working = 200;

/** A crowd that signs in, against raw verification; and what those who work already notice of it. */
export default async function signIns(world: World): Promise<Row[]> {
  await makeAgents(world, working);
  const tokens = await signInAll(world);
  const raw = await rawVerifications();
  const gateway = await world.startGateway();
  const crowd = remote(world.start("bench/crowd.ts"));
  await crowd("connect", { url: gateway.url, tokens });
  await crowd("trickle", { seconds: 3 });
  const idle = await crowd<Times>("trickle", { seconds });

  await world.db.query("delete from team_supervisor");
  await makeNewcomers(world);
  const [meanwhile, through] = await Promise.all([
    crowd<Times>("trickle", { seconds }),
    signInFor(gateway.url),
  ]);
  return [
    { what: "passwords verified, argon2 raw", figure: raw, unit: "/s" },
    { what: `sign-ins, ${concurrency} at once`, figure: through.perSecond, unit: "/s" },
    {
      what: "… as a share of raw verification",
      figure: through.perSecond / raw,
      unit: "",
      wanted: { least: 0.8 },
    },
    { what: "… failed", figure: through.failed, unit: "", wanted: { most: 0 } },
    { what: "… p95 of a sign-in", figure: through.p95, unit: "ms" },
    { what: "p95 of an acknowledged state change, idle", figure: idle.p95, unit: "ms" },
    { what: "… while the crowd signs in", figure: meanwhile.p95, unit: "ms" },
    { what: "… as a multiple of idle", figure: meanwhile.p95 / idle.p95, unit: "", wanted: { most: 2 } },
  ];
}

/** At the concurrency that the gateway verifies with. */
async function rawVerifications(): Promise<number> {
  const stored = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const bounded = pLimit(Math.max(1, availableParallelism() - 1));
  const from = performance.now();
  let verified = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - from < seconds * 500) {
        await bounded(() => verify(stored, password));
        verified++;
      }
    }),
  );
  return verified / ((performance.now() - from) / 1000);
}

/** People who were never signed in: more than can sign in while this runs. */
async function makeNewcomers({ db }: World) {
  await db.query(`
    insert into user_account (id, username, name, team_id, roles, password_hash)
    select gen_random_uuid(), 'newcomer' || n, 'Newcomer ' || n, u.team_id, u.roles, u.password_hash
    from (select * from user_account limit 1) u, generate_series(1, 3000) n`);
  await db.query("analyze");
}

async function signInFor(url: string) {
  const from = performance.now();
  const tookMs: number[] = [];
  let next = 0;
  let failed = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      await pause(Math.random() * 200);
      while (performance.now() - from < seconds * 1000) {
        const began = performance.now();
        const body = {
          username: `newcomer${++next}`,
          password,
          client: { app: "Agent Desktop", version: "5.24.99" },
        };
        const response = await fetch(`${url}/v1/sessions`, { method: "POST", body: JSON.stringify(body) });
        await response.arrayBuffer();
        if (response.status === 201) tookMs.push(performance.now() - began);
        else failed++;
      }
    }),
  );
  return { perSecond: tookMs.length / ((performance.now() - from) / 1000), failed, ...timesOf(tookMs) };
}
