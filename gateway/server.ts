import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { getRequestListener } from "@hono/node-server";
import { openFeedReader } from "@/lib/live/reader";
import { startBackground } from "./background";
import { openLedger } from "./ledger";
import { routes } from "./routes";
import { gatherSigns } from "./signs";
import { openSockets } from "./sockets";

const graceMs = 3_000;

/** Starts a gateway: its routes, its sockets, the feed that tells them what changed, and its background work. */
export async function startGateway(port: number) {
  const stopBackground = await startBackground();
  // Sockets wait for a database that is away; a request is answered.
  const ledger = openLedger({ patient: true });
  const sockets = openSockets({ ledger, signs: gatherSigns({ patient: true, told: ledger.settled }) });
  const feed = openFeedReader();
  feed.subscribe(sockets.onNews);
  // No app may connect before the feed is read: it would not hear that it lost its seat.
  await feed.ready;

  const server = createServer(
    getRequestListener(
      routes({ ledger: openLedger({ patient: false }), signs: gatherSigns({ patient: false }) }).fetch,
    ),
  );
  sockets.attachTo(server);
  server.listen(port);
  await once(server, "listening");

  return {
    port: (server.address() as AddressInfo).port,
    /** Apps are told to come back; what is under way is finished. */
    async stop() {
      sockets.closeAll();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeIdleConnections();
      const late = setTimeout(() => {
        sockets.terminateAll();
        server.closeAllConnections();
      }, graceMs);
      await Promise.all([closed, stopBackground(), feed.close()]);
      clearTimeout(late);
      await Promise.race([ledger.settled(), pause(graceMs)]);
    },
  };
}
