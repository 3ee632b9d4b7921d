import { createHash } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { gzipSync } from "node:zlib";
import { backoffMs } from "@/client/backoff";
import { pieceOf } from "./log-lines";

// Apps that send their logs, in a process of its own. What they send is packed before: on their own devices it costs nobody else.

type App = { token: string; requestId: string; next: number };

const content = Array.from({ length: 20 }, (_, number) => {
  const body = new Uint8Array(gzipSync(pieceOf(number)));
  return { body, digest: `sha-256=${createHash("sha256").update(body).digest("base64")}` };
});

let apps: App[] = [];
let url = "";

const commands = {
  async begin(input: { url: string; apps: { token: string; requestId: string }[] }) {
    url = input.url;
    apps = input.apps.map((app) => ({ ...app, next: 0 }));
  },

  /** Each sends piece after piece as the client library does: the next when one has arrived, again where it has not. */
  async upload({ seconds }: { seconds: number }) {
    const fromMs = performance.now();
    const untilMs = fromMs + seconds * 1000;
    const sent = await Promise.all(apps.map((app) => uploadOne(app, untilMs)));
    return {
      pieces: sent.reduce((sum, one) => sum + one.pieces, 0),
      putOff: sent.reduce((sum, one) => sum + one.putOff, 0),
      seconds: (performance.now() - fromMs) / 1000,
      served: sent.filter(({ pieces }) => pieces > 0).length,
    };
  },
};

async function uploadOne(app: App, untilMs: number) {
  let [pieces, putOff, failed] = [0, 0, 0];
  await pause(Math.random() * 1000);
  while (performance.now() < untilMs) {
    if (await put(app)) {
      pieces++;
      app.next++;
      failed = 0;
    } else {
      putOff++;
      await pause(Math.min(backoffMs(failed++, Math.random(), 1000), untilMs - performance.now()));
    }
  }
  return { pieces, putOff };
}

async function put({ token, requestId, next }: App): Promise<boolean> {
  const piece = content[next % content.length];
  if (!piece) throw new Error("no content");
  const response = await fetch(`${url}/v1/log-requests/${requestId}/pieces/${next}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, digest: piece.digest, "content-type": "application/gzip" },
    body: piece.body,
  });
  const text = await response.text();
  if (response.ok || response.status === 503) return response.ok;
  throw new Error(`${response.status}: ${text}`);
}

process.on(
  "message",
  async ({ id, name, input }: { id: number; name: keyof typeof commands; input: never }) => {
    try {
      process.send?.({ id, output: await commands[name](input) });
    } catch (error) {
      process.send?.({ id, error: String(error) });
    }
  },
);
process.on("disconnect", () => process.exit());
