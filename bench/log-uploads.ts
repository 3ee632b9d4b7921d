import { setTimeout as pause } from "node:timers/promises";
import { pieceChars } from "./log-lines";
import type { Times } from "./percentiles";
import { remote } from "./remote";
import type { Row } from "./table";
import { makeAgents, signInAll, type World } from "./world";

const agents = 1000;
const uploading = 200;
const rounds = 3;
const seconds = 15;
const settleSeconds = 2;
const perSecond = 500;

type Told = Times & { perSecond: number; refused: number };
/** Until the last answer. */
type Sent = { pieces: number; putOff: number; served: number; seconds: number };

/** What uploads of logs do to the acknowledgement of state changes: rounds with and without them in turn. */
export default async function logUploads(world: World): Promise<Row[]> {
  await makeAgents(world, agents);
  const tokens = await signInAll(world);
  const gateway = await world.startGateway();
  const crowd = remote(world.start("bench/crowd.ts"));
  const apps = remote(world.start("bench/log-apps.ts"));
  await crowd("connect", { url: gateway.url, tokens });
  await apps("begin", { url: gateway.url, apps: await askAll(world, tokens) });

  const state = () => crowd<Told>("pace", { seconds, perSecond, often: 100 });
  const both = async () => {
    const uploaded = apps<Sent>("upload", { seconds: settleSeconds + seconds });
    // They do not begin at one instant.
    await pause(settleSeconds * 1000);
    const told = await state();
    return [told, await uploaded] as const;
  };
  await both();
  const quiet: Told[] = [];
  const busy: Told[] = [];
  const sent: Sent[] = [];
  for (let round = 0; round < rounds; round++) {
    quiet.push(await state());
    const [told, one] = await both();
    busy.push(told);
    sent.push(one);
  }

  const p95 = (of: Told[]) => median(of.map((one) => one.p95));
  const p50 = (of: Told[]) => median(of.map((one) => one.p50));
  const pieces = sum(sent.map((one) => one.pieces)) / sum(sent.map((one) => one.seconds));
  return [
    { what: "state changes acknowledged, 1,000 sockets, p50", figure: p50(quiet), unit: "ms" },
    { what: "… while 200 agents upload their logs, p50", figure: p50(busy), unit: "ms" },
    { what: "state changes acknowledged, p95", figure: p95(quiet), unit: "ms" },
    { what: "… while 200 agents upload their logs, p95", figure: p95(busy), unit: "ms" },
    { what: "… as a multiple", figure: p95(busy) / p95(quiet), unit: "", wanted: { most: 1.2 } },
    {
      what: "… state changes stored",
      figure: median(busy.map((one) => one.perSecond)),
      unit: "/s",
      wanted: { least: perSecond * 0.95 },
    },
    {
      what: "… refused",
      figure: sum([...quiet, ...busy].map((one) => one.refused)),
      unit: "",
      wanted: { most: 0 },
    },
    {
      what: "agents of whom pieces arrived in each round",
      figure: Math.min(...sent.map(({ served }) => served)),
      unit: "",
      wanted: { least: uploading },
    },
    {
      what: "logs stored, of lines as the apps wrote them",
      figure: (pieces * pieceChars) / 2 ** 20,
      unit: "MiB/s",
    },
    {
      what: "pieces put off, for each that was stored",
      figure: sum(sent.map((one) => one.putOff)) / sum(sent.map((one) => one.pieces)),
      unit: "",
    },
  ];
}

/** Requests for the logs of some agents, which these have agreed to. */
async function askAll({ db }: World, tokens: readonly string[]) {
  const { rows } = await db.query<{ token: string; requestId: string }>(
    `insert into log_request (id, user_id, level, consent, reason, until, max_bytes, asked_by_kind, status, requested_at, delivered_at, accepted_at)
     select gen_random_uuid(), user_id, 'debug', 'tell', 'Bench', ledger_now() + interval '1 day', 52428800, 'api_token', 'accepted',
       ledger_now(), ledger_now(), ledger_now()
     from unnest($1::text[]) as token join seat on 'token.' || user_id = token
     returning 'token.' || user_id as token, id as "requestId"`,
    [tokens.slice(0, uploading)],
  );
  return rows;
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
