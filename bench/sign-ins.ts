import { Agent, request } from "node:http";
import { availableParallelism } from "node:os";
import { setTimeout as pause } from "node:timers/promises";
import { hash, verify } from "@node-rs/argon2";
import pLimit from "p-limit";
import { type Times, timesOf } from "./percentiles";
import { remote } from "./remote";
import type { Row } from "./table";
import { makeAgents, password, signInAll, type World } from "./world";

const seconds = 8;
const concurrency = 64;
const working = 200;

/**
 * A crowd that signs in, against raw verification, and what those who work already notice of it. Both are measured while two
 * hundred agents tell a state a second, and in turns: a noisy machine has moods.
 */
export default async function signIns(world: World): Promise<Row[]> {
  await makeAgents(world, working);
  const tokens = await signInAll(world);
  await makeNewcomers(world);
  const gateway = await world.startGateway();
  const crowd = remote(world.start("bench/crowd.ts"));
  await crowd("connect", { url: gateway.url, tokens });
  await crowd("trickle", { seconds: 3 });
  const idle = await crowd<Times>("trickle", { seconds });

  const raw: number[] = [];
  const through: Awaited<ReturnType<typeof signInFor>>[] = [];
  const meanwhile: number[] = [];
  for (let turn = 0; turn < 3; turn++) {
    raw.push((await Promise.all([rawVerifications(), crowd("trickle", { seconds })]))[0]);
    const [answers, { p95 }] = await Promise.all([
      signInFor(gateway.url),
      crowd<Times>("trickle", { seconds }),
    ]);
    through.push(answers);
    meanwhile.push(p95);
  }
  const verified = mean(raw);
  const perSecond = mean(through.map((turn) => turn.perSecond));
  return [
    { what: "passwords verified, argon2 raw", figure: verified, unit: "/s" },
    { what: `sign-ins, ${concurrency} at once`, figure: perSecond, unit: "/s" },
    {
      what: "… as a share of raw verification",
      figure: perSecond / verified,
      unit: "",
      wanted: { least: 0.8 },
    },
    {
      what: "… failed",
      figure: through.reduce((sum, turn) => sum + turn.failed, 0),
      unit: "",
      wanted: { most: 0 },
    },
    { what: "… p95 of a sign-in", figure: mean(through.map((turn) => turn.p95)), unit: "ms" },
    { what: "p95 of an acknowledged state change, idle", figure: idle.p95, unit: "ms" },
    { what: "… while the crowd signs in", figure: mean(meanwhile), unit: "ms" },
    { what: "… as a multiple of idle", figure: mean(meanwhile) / idle.p95, unit: "", wanted: { most: 2 } },
  ];
}

const mean = (figures: number[]) => figures.reduce((sum, figure) => sum + figure, 0) / figures.length;

/** At the concurrency that the gateway verifies with. */
async function rawVerifications(): Promise<number> {
  const stored = await hash(password, { memoryCost: 19_456, timeCost: 2, parallelism: 1 });
  const bounded = pLimit(Math.max(1, availableParallelism() - 1));
  const from = performance.now();
  let verified = 0;
  await Promise.all(
    Array.from({ length: concurrency }, async () => {
      while (performance.now() - from < seconds * 1000) {
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

let next = 0;

async function signInFor(url: string) {
  const from = performance.now();
  const tookMs: number[] = [];
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
        const status = await post(`${url}/v1/sessions`, JSON.stringify(body));
        if (status === 201) tookMs.push(performance.now() - began);
        else failed++;
      }
    }),
  );
  return { perSecond: tookMs.length / ((performance.now() - from) / 1000), failed, ...timesOf(tookMs) };
}

// Not fetch: on two cores what it costs would be taken from what is measured.
const agent = new Agent({ keepAlive: true });

function post(url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = request(url, { method: "POST", agent }, (response) => {
      response.resume();
      response.on("end", () => resolve(response.statusCode ?? 0));
    });
    call.on("error", reject);
    call.end(body);
  });
}
