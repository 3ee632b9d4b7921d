import { createRollcall, type Release } from "@/client/rollcall";
import { memoryStore, writeHeld } from "@/client/store";
import { versionKey } from "@/lib/versions/key";
import { type App, factsAt, userAgentOf } from "../fleet";
import { openLine } from "./line";

type Place = { gateway: string; madeMs: number; token: string | null };

/** One of an agent's apps at the gateway: the client library on a line that can be lost. */
export function openApp(app: App, { gateway, madeMs, token }: Place) {
  let installed: Pick<Release, "version" | "build"> | undefined;
  const facts = () => {
    const had = factsAt(app, Date.now(), madeMs);
    if (!installed || isNewer(had.version, installed.version)) return had;
    const { version, build } = installed;
    return { ...had, version, build: build ?? undefined };
  };
  const line = openLine(() => ({ "x-forwarded-for": app.ip, "user-agent": userAgentOf(facts()) }));
  const storage = memoryStore();
  const stream = `${gateway.replace(/^http/, "ws").replace(/\/+$/, "")}/v1/stream`;
  if (token !== null) void storage.write(writeHeld({ token, stream }));
  const { fetch, WebSocket } = line;
  return {
    line,
    rollcall: createRollcall({ gateway, client: facts, storage, fetch, WebSocket }),
    /** From the next sign-in on. */
    install(release: Pick<Release, "version" | "build">) {
      installed = release;
    },
  };
}

const isNewer = (version: string, than: string) => (versionKey(version) ?? "") > (versionKey(than) ?? "");

export type OpenApp = ReturnType<typeof openApp>;
