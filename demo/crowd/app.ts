import { createRollcall } from "@/client/rollcall";
import { memoryStore, writeHeld } from "@/client/store";
import { type App, factsAt, userAgentOf } from "../fleet";
import { openLine } from "./line";

type Place = { gateway: string; madeMs: number; token: string | null };

/** One of an agent's apps at the gateway: the client library on a line that can be lost. */
export function openApp(app: App, { gateway, madeMs, token }: Place) {
  const facts = () => factsAt(app, Date.now(), madeMs);
  const line = openLine(() => ({ "x-forwarded-for": app.ip, "user-agent": userAgentOf(facts()) }));
  const storage = memoryStore();
  const stream = `${gateway.replace(/^http/, "ws").replace(/\/+$/, "")}/v1/stream`;
  if (token !== null) void storage.write(writeHeld({ token, stream }));
  const { fetch, WebSocket } = line;
  return { line, rollcall: createRollcall({ gateway, client: facts, storage, fetch, WebSocket }) };
}
export type OpenApp = ReturnType<typeof openApp>;
