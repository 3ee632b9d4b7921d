import autocannon from "autocannon";
import { pickPort } from "@/lib/postgres/port";
import { untilHealthy } from "@/scripts/ready";
import type { Row } from "./table";
import type { World } from "./world";

const seconds = 6;

/** What a call costs that needs no database, against the same answer of Hono with nothing around it. */
export default async function cheapCall(world: World): Promise<Row[]> {
  const gateway = await world.startGateway();
  const port = await pickPort();
  world.start("bench/bare-hono.ts", { PORT: String(port) });
  const bareUrl = `http://127.0.0.1:${port}/v1/sign-in-options`;
  await untilHealthy(bareUrl, new AbortController().signal);
  const url = `${gateway.url}/v1/sign-in-options`;
  await perSecond(url, 2);
  await perSecond(bareUrl, 2);
  // In turns, because a noisy machine has moods.
  const [a1, b1, a2, b2] = [
    await perSecond(url, seconds),
    await perSecond(bareUrl, seconds),
    await perSecond(url, seconds),
    await perSecond(bareUrl, seconds),
  ];
  const [ours, bare] = [(a1 + a2) / 2, (b1 + b2) / 2];
  return [
    { what: "GET /v1/sign-in-options, bare Hono", figure: bare, unit: "/s" },
    { what: "GET /v1/sign-in-options, gateway", figure: ours, unit: "/s" },
    { what: "… as a share of bare Hono", figure: ours / bare, unit: "", wanted: { least: 0.5 } },
  ];
}

async function perSecond(url: string, duration: number): Promise<number> {
  const { requests, non2xx, errors } = await autocannon({ url, duration, connections: 32 });
  if (non2xx + errors > 0) throw new Error(`${non2xx + errors} calls failed`);
  return requests.average;
}
