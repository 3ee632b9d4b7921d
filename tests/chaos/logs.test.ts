import { createHash } from "node:crypto";
import { gunzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { WebSocket } from "ws";
import { createRollcall } from "@/client/rollcall";
import { parseLines } from "@/lib/logs/piece";
import { until } from "./until";
import { openWorld, password, type World } from "./world";

const rounds = 3;
const linesOfRound = 3000;

let world: World;

beforeAll(async () => {
  world = await openWorld("logs", { people: 1, settings: {} });
}, 120_000);
afterAll(() => world.close());

const digestOf = (lines: readonly string[]) => createHash("sha256").update(lines.join("\n")).digest("hex");

test("a gateway that is killed while a log is sent takes no line with it, and none comes twice", async () => {
  const [gateway] = world.gateways;
  const [username = ""] = world.usernames;
  const app = createRollcall({
    gateway: gateway.url,
    client: { app: "Agent Desktop", version: "5.24.99" },
    WebSocket,
  });
  await app.signIn({ username, password });
  const [request] = await world.query<{ id: string }>(
    `INSERT INTO log_request (id, user_id, level, consent, reason, until, max_bytes, asked_by_kind, requested_at)
     SELECT gen_random_uuid(), id, 'debug', 'tell', 'Chaos', ledger_now() + interval '1 hour', 50000000, 'api_token', ledger_now()
     FROM user_account RETURNING id`,
  );
  const id = request?.id ?? "";
  await world.query("UPDATE seat SET user_id = user_id");
  await until("the app logs", () => app.logging?.phase === "on");

  const written: string[] = [];
  const arrived = async () => {
    const [row] = await world.query<{ lines: number }>("SELECT lines FROM log_request WHERE id = $1", [id]);
    return row?.lines ?? 0;
  };
  for (let round = 0; round < rounds; round++) {
    const before = await arrived();
    for (let number = 0; number < linesOfRound; number++) {
      const text = `round ${round}, line ${number}: the quick brown fox`;
      written.push(text);
      app.log.debug(text);
    }
    // In the middle of it.
    await until(`something of round ${round} has arrived`, async () => (await arrived()) > before);
    await gateway.kill();
    await gateway.start();
  }
  await until("all has arrived", async () => (await arrived()) >= written.length, { seconds: 60 });

  const pieces = await world.query<{ content: Buffer }>(
    "SELECT content FROM log_piece WHERE request_id = $1 ORDER BY number",
    [id],
  );
  const kept = pieces.flatMap(({ content }) => parseLines(String(gunzipSync(content))));
  expect(kept.length).toBe(written.length);
  expect(digestOf(kept.map(({ message }) => message))).toBe(digestOf(written));
  app.close();
}, 180_000);
