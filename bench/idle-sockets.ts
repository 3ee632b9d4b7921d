import { setTimeout as pause } from "node:timers/promises";
import { remote } from "./remote";
import type { Row } from "./table";
import { makeAgents, residentBytes, signInAll, type World } from "./world";

const sockets = 10_000;

/** What a connected app that says nothing costs the gateway. */
export default async function idleSockets(world: World): Promise<Row[]> {
  await makeAgents(world, sockets);
  const tokens = await signInAll(world);
  const gateway = await world.startGateway();
  const crowd = remote(world.start("bench/crowd.ts"));
  await pause(3000);
  const empty = await residentBytes(gateway.pid);
  const tookMs = await crowd<number>("connect", { url: gateway.url, tokens });
  // Two heartbeats: each has been pinged and has answered.
  await pause(60_000);
  const full = await residentBytes(gateway.pid);
  const mib = (bytes: number) => bytes / 2 ** 20;
  return [
    { what: "gateway, empty", figure: mib(empty), unit: "MiB" },
    { what: "gateway, 10,000 idle sockets", figure: mib(full), unit: "MiB" },
    { what: "… for each socket", figure: (full - empty) / sockets / 1024, unit: "KiB", wanted: { most: 15 } },
    { what: "10,000 sockets connected and synchronised", figure: tookMs / 1000, unit: "s" },
  ];
}
