import { WebSocket } from "ws";
import { createRollcall, type Rollcall, type RollcallEvents, type RollcallOptions } from "@/client/rollcall";
import { memoryStore } from "@/client/store";
import { startGateway } from "@/gateway/server";
import { openLine } from "./line";

export const mobile = {
  app: "Mobile",
  version: "2.17.60",
  build: "2.62740",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone 8 Plus" },
} as const;
export const agentDesktop = {
  app: "Agent Desktop",
  version: "5.24.99",
  browser: { name: "Chrome", version: "126" },
} as const;

/** A gateway at the far end of a line, and apps at the near one. */
export async function openCentre() {
  const line = await openLine();
  process.env.GATEWAY_URL = line.url;
  let gateway = await startGateway(0);
  line.leadTo(gateway.port);
  const apps = new Set<Rollcall>();

  return {
    line,
    app(given: Partial<RollcallOptions> = {}) {
      const app = createRollcall({ gateway: line.url, client: mobile, WebSocket, ...given });
      apps.add(app);
      return app;
    },
    async restartGateway() {
      const next = await startGateway(0);
      line.leadTo(next.port);
      const stopped = gateway.stop();
      gateway = next;
      await stopped;
    },
    /** Nothing of a test goes on in the next. */
    reset() {
      for (const app of apps) app.close();
      apps.clear();
      line.restore();
    },
    async stop() {
      await gateway.stop();
      await line.close();
    },
  };
}
export type Centre = Awaited<ReturnType<typeof openCentre>>;

/** Somewhere to keep the session that another app can look into. */
export const sharedStore = memoryStore;

export const next = <K extends keyof RollcallEvents>(app: Rollcall, name: K) =>
  new Promise<RollcallEvents[K]>((resolve) => {
    const stop = app.on(name, (event) => {
      stop();
      resolve(event);
    });
  });

/** Resolves when the connection is as named. */
export const connection = (app: Rollcall, wanted: RollcallEvents["connection"]) =>
  new Promise<void>((resolve) => {
    const stop = app.on("connection", (now) => {
      if (now !== wanted) return;
      stop();
      resolve();
    });
  });
