import { WebSocket } from "ws";
import type { Fetch } from "@/client/request";

/** An app's way to the gateway, which can be lost; `headers` go with every request. */
export function openLine(headers: () => Record<string, string>) {
  let up = true;
  const sockets = new Set<WebSocket>();

  const fetchOverLine: Fetch = async (url, init) => {
    if (!up) throw new Error("no network");
    return fetch(url, {
      ...init,
      headers: { ...Object.fromEntries(new Headers(init.headers)), ...headers() },
    });
  };

  return {
    fetch: fetchOverLine,
    WebSocket: class extends WebSocket {
      constructor(url: string, protocols: string[]) {
        super(url, protocols, { perMessageDeflate: false });
        sockets.add(this);
        this.once("close", () => sockets.delete(this));
        if (!up) this.terminate();
      }
    },
    cut() {
      up = false;
      for (const socket of sockets) socket.terminate();
    },
    restore() {
      up = true;
    },
  };
}
export type Line = ReturnType<typeof openLine>;
