import { get, type IncomingMessage } from "node:http";

// Readers of the console's live stream, in a process of their own: told by messages what to do.

type Reader = {
  cursor: string;
  revisions: Map<string, number>;
  response: IncomingMessage | undefined;
  text: string;
};

const readers: Reader[] = [];
let url = "";
let cookie = "";

const commands = {
  /** Opens so many streams from a cursor; resolves when each has heard something. */
  async open(input: { url: string; cookie: string; count: number; cursor: string }) {
    [url, cookie] = [input.url, input.cookie];
    const fresh = Array.from({ length: input.count }, () => ({
      cursor: input.cursor,
      revisions: new Map<string, number>(),
      response: undefined,
      text: "",
    }));
    readers.push(...fresh);
    await Promise.all(fresh.map(listen));
  },

  /** All break off at once, and come back at once after so long. */
  async breakOff({ awayMs }: { awayMs: number }) {
    for (const { response } of readers) response?.destroy();
    await new Promise((resolve) => setTimeout(resolve, awayMs));
    const from = performance.now();
    await Promise.all(readers.map(listen));
    return performance.now() - from;
  },

  /** The newest revision that each reader knows of each user whom it heard of. */
  async revisions() {
    return readers.map(({ revisions }) => Object.fromEntries(revisions));
  },
};

function listen(reader: Reader): Promise<void> {
  return new Promise((resolve, reject) => {
    const request = get(
      `${url}/api/stream?cursor=${encodeURIComponent(reader.cursor)}`,
      { headers: { cookie } },
      (response) => {
        reader.response = response;
        reader.text = "";
        response.setEncoding("utf8");
        response.on("error", () => {});
        response.on("data", (chunk: string) => {
          reader.text += chunk;
          const events = reader.text.split("\n\n");
          reader.text = events.pop() ?? "";
          for (const event of events) if (take(reader, event)) resolve();
        });
      },
    );
    request.on("error", reject);
  });
}

/** True for the first sign that all that was missed has been told. */
function take(reader: Reader, event: string) {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(event)?.[1];
  reader.cursor = field("id") ?? reader.cursor;
  if (field("event") === "changes")
    for (const { id, revision } of JSON.parse(field("data") ?? "[]")) reader.revisions.set(id, revision);
  return field("event") === "beat";
}

process.on("message", async (call: { id: number; name: keyof typeof commands; input: never }) => {
  const { id, name, input } = call;
  try {
    process.send?.({ id, output: await commands[name](input) });
  } catch (error) {
    process.send?.({ id, error: String(error) });
  }
});
process.on("disconnect", () => process.exit());
