import { setTimeout as pause } from "node:timers/promises";
import { parseArgs } from "node:util";
import { z } from "zod";
import { type Crowd, openCrowd } from "@/demo/crowd/crowd";
import { recruit } from "@/demo/crowd/recruits";
import { regularsOf } from "@/demo/crowd/regulars";
import type { Visitor } from "@/demo/crowd/visitor";
import { readRecord } from "@/demo/record";
import { Env, parseEnv } from "@/lib/env";
import { loadEnvFile } from "./settings";
import { onSignals } from "./signals";
import { complain, endWithParent, explain, fail, say } from "./terminal";

// `npm run simulate -- --agents 1000`: agents who live, against a running gateway, until Ctrl-C; then they sign out. Their
// users are made through the admin API. The demo runs it with `--demo`, for the people in its own data directory.

const Settings = z.object({
  GATEWAY_URL: Env.shape.GATEWAY_URL.default("http://localhost:3001"),
  CONSOLE_URL: Env.shape.CONSOLE_URL.default("http://localhost:3000"),
  ADMIN_API_TOKEN: Env.shape.ADMIN_API_TOKEN,
  DATA_DIR: z.string().default(".demo"),
});

const { values } = parseArgs({
  options: { agents: { type: "string", default: "200" }, demo: { type: "boolean", default: false } },
});
const count = z.coerce.number().int().min(1).max(20_000).safeParse(values.agents);
if (!count.success) fail("--agents must be a number from 1 to 20000.");

try {
  loadEnvFile();
  const settings = parseEnv(Settings, process.env);
  if (values.demo) await liveInDemo(settings);
  else await liveAnywhere(settings, count.data);
} catch (error) {
  fail(explain(error));
}

async function liveInDemo({ GATEWAY_URL, DATA_DIR }: z.infer<typeof Settings>) {
  const record = await readRecord(DATA_DIR);
  if (!record?.madeAt) throw new Error(`${DATA_DIR} holds no demo: start one with npm run demo.`);
  const crowd = begin(GATEWAY_URL, Date.parse(record.madeAt));
  const visitors = regularsOf(record);
  for (const visitor of visitors) crowd.join(visitor);
  await report(crowd, visitors.length, performance.now());
}

async function liveAnywhere(settings: z.infer<typeof Settings>, count: number) {
  const { GATEWAY_URL, CONSOLE_URL, ADMIN_API_TOKEN } = settings;
  if (!ADMIN_API_TOKEN)
    throw new Error(
      "Set ADMIN_API_TOKEN to that of the running Rollcall: the agents are made through its admin API.",
    );
  say(`Making ${count} agents where they are not there yet; each signs in as soon as they are…`);
  const nowMs = Date.now();
  const beganMs = performance.now();
  const crowd = begin(GATEWAY_URL, nowMs);
  let there = 0;
  const onThere = (visitor: Visitor) => {
    there++;
    crowd.join(visitor);
  };
  const telling = setInterval(() => {
    say(`${there} of ${count} agents are there, ${crowd.signedIn()} are signed in…`);
  }, 5000);
  await recruit({ console: CONSOLE_URL, token: ADMIN_API_TOKEN, count, nowMs, onThere });
  clearInterval(telling);
  await report(crowd, count, beganMs);
}

function begin(gateway: string, madeMs: number): Crowd {
  const crowd = openCrowd({ gateway, madeMs, onFailure });
  let leaving = false;
  const end = () => {
    if (leaving) return;
    leaving = true;
    leave(crowd);
  };
  onSignals(end, () => process.exit(130));
  if (process.env.npm_lifecycle_event === "simulate") endWithParent(end);
  return crowd;
}

/** Says when most are there, or how many are once nobody comes any more; meanwhile, how far it is. */
async function report({ signedIn }: Crowd, all: number, beganMs: number) {
  let most = 0;
  let lastMs = performance.now();
  let toldMs = lastMs;
  while (signedIn() < all * 0.75 && performance.now() - lastMs < 30_000) {
    await pause(100);
    const nowMs = performance.now();
    if (signedIn() > most) [most, lastMs] = [signedIn(), nowMs];
    if (nowMs - toldMs < 5000) continue;
    toldMs = nowMs;
    say(`${most} of ${all} agents are signed in…`);
  }
  say(
    `${signedIn()} of ${all} agents are signed in, after ${secondsSince(beganMs)} s. Ctrl-C signs them out.`,
  );
}

function secondsSince(ms: number) {
  return Math.round((performance.now() - ms) / 100) / 10;
}

function onFailure(error: unknown) {
  complain(`An agent's day ended early: ${explain(error)}`);
}

async function leave({ goHome, signedIn }: Crowd) {
  const all = signedIn();
  const beganMs = performance.now();
  say(`Signing ${all} agents out; Ctrl-C again ends at once…`);
  const telling = setInterval(() => say(`${signedIn()} of ${all} are still signed in…`), 5000);
  const left = await goHome();
  clearInterval(telling);
  if (left === 0) say(`All ${all} agents have signed out, after ${secondsSince(beganMs)} s.`);
  else
    say(`${left} of ${all} agents could not sign out: the gateway finds them gone, as after a lost network.`);
  process.exit(0);
}
