import { execFile } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:net";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "vitest";
import { person, sessionsOf } from "./people";

// The examples of the guide, as they stand there, against a real gateway.
const guide = readFileSync("docs/connect-an-app.md", "utf8");
const run = promisify(execFile);

let gateway: { stop(): Promise<unknown> };
let address: string;
let userId: string;

beforeAll(async () => {
  const port = await freePort();
  address = `http://localhost:${port}`;
  // Before the settings are read: the stream's address is made from it.
  process.env.GATEWAY_URL = address;
  const { startGateway } = await import("@/gateway/server");
  gateway = await startGateway(port);
  userId = (await person({ username: "maria", name: "Maria Ortiz", password: "correct horse" })).id;
});
afterAll(() => gateway.stop());

async function freePort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const found = server.address();
  server.close();
  await once(server, "close");
  if (typeof found !== "object" || found === null) throw new Error("no port");
  return found.port;
}

const blocks = (language: string, containing: string) =>
  [...guide.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)^\`\`\``, "gm"))]
    .map(([, code = ""]) => code)
    .filter((code) => code.includes(containing));

const causesOf = async () => (await sessionsOf(userId)).map(({ cause }) => cause);

test("curl", async () => {
  const scripts = blocks("sh", "$GATEWAY");
  expect(scripts).toHaveLength(2);
  const { stdout } = await run("bash", ["-euo", "pipefail", "-c", scripts.join("\n")], {
    env: { ...process.env, GATEWAY: address },
  });
  expect(stdout).toContain('{"acks":[{"type":"ack","id":"1"},{"type":"ack","id":"2"}]}');
  expect(stdout).toMatch(/"state":"ready".*"interactionId":"call-1"/);
  expect(stdout).not.toContain("/problems/");
  expect(await causesOf()).toEqual(["signed_out", "taken_over", null]);
});

test("Node", async () => {
  const [script = "", ...others] = blocks("js", "process.env.GATEWAY");
  expect(others).toEqual([]);
  const before = (await causesOf()).length;
  const { stdout } = await run(
    process.execPath,
    ["--import", "tsx", "--input-type=module", "--eval", script],
    {
      env: { ...process.env, GATEWAY: address },
    },
  );
  expect(stdout).toBe("not_ready Lunch\n");
  expect(await causesOf()).toHaveLength(before + 1);
  expect((await causesOf()).at(-1)).toBe("signed_out");
});
