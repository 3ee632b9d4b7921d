import type { Times } from "./percentiles";
import { remote } from "./remote";
import type { Row } from "./table";
import { makeAgents, signInAll, type World } from "./world";

const sockets = 10_000;

/** A gateway is killed and started again; every app comes back by itself, with the client library's own back-off. */
export default async function reconnect(world: World): Promise<Row[]> {
  await makeAgents(world, sockets);
  const tokens = await signInAll(world);
  const gateway = await world.startGateway();
  const crowd = remote(world.start("bench/crowd.ts"));
  await crowd("connect", { url: gateway.url, tokens });

  const killedMs = performance.now();
  const coming = crowd<Times>("comeBack");
  await gateway.end("SIGKILL");
  await world.startGateway(gateway.port);
  const upMs = performance.now() - killedMs;
  const back = await coming;
  const { rows } = await world.db.query("select count(*)::int as n from session where logout_at is not null");
  return [
    { what: "gateway back after kill -9", figure: upMs / 1000, unit: "s" },
    { what: "apps back and synchronised", figure: back.count, unit: "", wanted: { least: sockets } },
    { what: "… p50 since the kill", figure: back.p50 / 1000, unit: "s" },
    { what: "… the last one", figure: back.max / 1000, unit: "s", wanted: { most: 30 } },
    { what: "sessions lost by it", figure: rows[0].n, unit: "", wanted: { most: 0 } },
  ];
}
