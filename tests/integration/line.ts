import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

type State = "up" | "cut" | "stalled" | "deaf";

/** The network between apps and a gateway, with its faults. */
export async function openLine() {
  const pairs = new Set<[near: Socket, far: Socket]>();
  let port = 0;
  let state: State = "up";

  const server = createServer((near) => {
    if (state === "cut") return void near.resetAndDestroy();
    const pair: [Socket, Socket] = [near, connect(port, "localhost")];
    pairs.add(pair);
    for (const socket of pair) {
      socket.on("error", () => {});
      socket.on("close", () => {
        pairs.delete(pair);
        for (const other of pair) other.destroy();
      });
    }
    pass(pair);
  });
  server.listen(0);
  await once(server, "listening");

  function pass([near, far]: [Socket, Socket]) {
    near.unpipe(far);
    far.unpipe(near);
    if (state === "up" || state === "deaf") near.pipe(far);
    if (state === "up") far.pipe(near);
  }

  function become(next: State) {
    state = next;
    for (const pair of pairs) pass(pair);
  }

  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    leadTo(gatewayPort: number) {
      port = gatewayPort;
    },
    /** Every connection breaks, and none is made. */
    cut() {
      become("cut");
      for (const [near, far] of pairs) {
        near.resetAndDestroy();
        far.resetAndDestroy();
      }
    },
    /** Nothing comes through, and nobody is told so. */
    stall: () => become("stalled"),
    /** What apps say comes through; the answers do not. */
    deafen: () => become("deaf"),
    restore: () => become("up"),
    async close() {
      this.cut();
      server.close();
      await once(server, "close");
    },
  };
}
export type Line = Awaited<ReturnType<typeof openLine>>;
