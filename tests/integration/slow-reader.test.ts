import { afterAll, expect, test } from "vitest";
import { agentBoard } from "@/app/_edges/board";
import { boardEvents } from "@/app/_edges/board-events";
import { toldTo } from "@/lib/agents/board";
import { AgentRow } from "@/lib/agents/row";
import { db } from "@/lib/db";
import { parseCursor } from "@/lib/live/cursor";
import { feedCursor } from "@/lib/live/queries";
import { person, signedIn } from "./people";

const ending = new AbortController();
afterAll(() => {
  ending.abort();
  agentBoard().close();
});

const open = (from: Awaited<ReturnType<typeof feedCursor>>) =>
  boardEvents(
    {
      scope: "all",
      told: (since) => toldTo("all", since),
      begin: (line) => line.send("begin"),
      anew: () => {},
      day: () => {},
      beat: (line) => line.send("beat"),
      watch: () => () => {},
    },
    from,
    ending.signal,
  ).getReader();

const rounds = 8;

type Event = { id: string | undefined; event: string | undefined; rows: AgentRow[] };

function parse(text: string): Event[] {
  return text.split("\n\n").map((part) => {
    const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(part)?.[1];
    const rows =
      field("event") === "changes" ? AgentRow.array().parse(JSON.parse(field("data") ?? "[]")) : [];
    return { id: field("id"), event: field("event"), rows };
  });
}

/** Reads events until one of them satisfies. */
async function readUntil(reader: ReturnType<typeof open>, satisfied: (event: Event) => boolean) {
  const events: Event[] = [];
  const decoder = new TextDecoder();
  while (!events.some(satisfied)) {
    const { value, done } = await reader.read();
    if (done) throw new Error("the stream ended");
    events.push(...parse(decoder.decode(value)));
  }
  return events;
}

test("a reader who reads nothing for a while is owed the last of each row, in one batch, and no queue", async () => {
  await agentBoard().ready;
  const people = await Promise.all([person(), person(), person()]);
  for (const { username } of people) await signedIn(username);
  const from = await feedCursor();
  const reader = open(from);
  const revisionOf = (id: string) =>
    agentBoard()
      .since(from)
      ?.find(({ row }) => row.id === id)?.row.revision;

  for (let round = 0; round < rounds; round++) {
    for (const { id } of people) {
      await db.seat.update({ where: { userId: id }, data: { reason: `${round}` } });
      const { revision } = await db.seat.findUniqueOrThrow({ where: { userId: id } });
      // Told to the board one after the other: each would be an event of its own to whoever reads.
      await expect.poll(() => revisionOf(id), { interval: 5 }).toBe(Number(revision));
    }
  }
  const isLast = ({ rows }: Event) =>
    people.every(({ id }) => rows.some((row) => row.id === id && row.reason === `${rounds - 1}`));
  const events = await readUntil(reader, isLast);
  expect(events.length).toBeLessThan(15);

  // Whoever breaks off anywhere and comes back with the id that they had has missed nothing.
  let known: string | undefined;
  for (const [index, event] of events.entries()) {
    known = event.id ?? known;
    const cursor = parseCursor(known, "all");
    if (!cursor) continue;
    const told = new Map(
      events.slice(0, index + 1).flatMap(({ rows }) => rows.map((row) => [row.id, row.revision])),
    );
    const again = agentBoard().since(cursor) ?? [];
    for (const { id } of people) {
      const missed = again.find(({ row }) => row.id === id);
      expect(missed !== undefined || told.get(id) === revisionOf(id)).toBe(true);
    }
  }
  await reader.cancel();
});
