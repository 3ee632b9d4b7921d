import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Board, type BoardNews, openBoard, type Scope, toldTo } from "@/lib/agents/board";
import { agentRows } from "@/lib/agents/queries";
import { AgentChange } from "@/lib/agents/row";
import { bootstrapToken } from "@/lib/auth/actor";
import type { Cursor } from "@/lib/live/cursor";
import { fold } from "@/lib/live/fold";
import { feedCursor } from "@/lib/live/queries";
import { type FeedReader, openFeedReader } from "@/lib/live/reader";
import { signOut } from "@/lib/sessions/commands";
import { changeSettings } from "@/lib/settings/commands";
import { moveMembers } from "@/lib/teams/members";
import { person, signedIn, tell } from "./people";
import { newTeam } from "./teams";

let feed: FeedReader;
let board: Board;

beforeAll(async () => {
  feed = openFeedReader();
  board = openBoard(feed);
  await board.ready;
});
afterAll(async () => {
  board.close();
  await feed.close();
});

/** A reader as the stream makes one: told everything since a cursor, then all news. */
function reader(scope: Scope, from?: Cursor) {
  const rows = new Map<string, AgentChange>();
  const heard: string[] = [];
  const read = (texts: readonly (string | undefined)[]) => {
    const changes = texts.flatMap((text) => (text ? [AgentChange.parse(JSON.parse(text))] : []));
    heard.push(...changes.map(({ id }) => id));
    fold(rows, changes);
  };
  const stop = board.subscribe((news) => {
    if (news.kind === "changes") read(news.changes.map(toldTo(scope)));
  });
  if (from) read((board.since(from) ?? []).map(toldTo(scope, from)));
  return { row: (id: string) => rows.get(id), heard, stop };
}

const present = (scope: Scope) => board.present(scope).map(({ row }) => row.username);
const supervised = async () => {
  const team = await newTeam();
  return { team, user: await person({ team: team.name }) };
};

test("holds who is signed in or was today, of the reader's teams alone", async () => {
  const { team, user } = await supervised();
  const never = await person({ team: team.name });
  const other = await supervised();
  const { sessionId } = await signedIn(user.username);
  await signedIn(other.user.username);
  await expect.poll(() => present([team.id])).toEqual([user.username]);
  await signOut({ id: sessionId, userId: user.id });
  await expect.poll(() => board.present([team.id])[0]?.row.open).toBe(false);
  expect(present("all")).toEqual(expect.arrayContaining([user.username, other.user.username]));
  expect(present("all")).not.toContain(never.username);
  expect(present([])).toEqual([]);
});

test("a moved person is gone for the former supervisor, there for the new one, and never was for others", async () => {
  const { team, user } = await supervised();
  const [next, third] = [await newTeam(), await newTeam()];
  const { sessionId } = await signedIn(user.username);
  await expect.poll(() => present([team.id])).toEqual([user.username]);
  const from = await feedCursor();
  const readers = [reader([team.id]), reader([next.id]), reader([third.id]), reader("all")] as const;
  await moveMembers(bootstrapToken, { usernames: [user.username], teamId: next.id });
  const [former, now, stranger, everybody] = readers;
  await expect.poll(() => former.row(user.id)).toMatchObject({ gone: true });
  await expect.poll(() => now.row(user.id)).toMatchObject({ team: next.name });
  await expect.poll(() => everybody.row(user.id)).toMatchObject({ team: next.name });

  // Gone once; what follows is none of the former's business.
  await tell({ id: sessionId, userId: user.id }, { type: "state", state: "ready" });
  await expect.poll(() => now.row(user.id)).toMatchObject({ state: "ready" });
  expect(former.heard).toEqual([user.id]);
  expect(stranger.heard).toEqual([]);

  // And the same for those who were away meanwhile.
  expect(reader([team.id], from).row(user.id)).toMatchObject({ gone: true });
  expect(reader([next.id], from).row(user.id)).toMatchObject({ team: next.name });
  expect(reader([third.id], from).heard).toEqual([]);
  expect(reader([team.id], await feedCursor()).heard).toEqual([]);
  for (const { stop } of readers) stop();
});

test("a cursor from before the board, or of another feed, is taken up by nobody", async () => {
  const { epoch, horizon } = await feedCursor();
  expect(board.since({ epoch, horizon })).toEqual([]);
  expect(board.since({ epoch, horizon: "3" })).toBeUndefined();
  expect(board.since({ epoch: crypto.randomUUID(), horizon })).toBeUndefined();
});

describe("under many writers whose commits come late", () => {
  test("no reader ends with an old row, whenever they came and however often they were away", async () => {
    const people = await Promise.all(Array.from({ length: 6 }, () => person()));
    const ids = people.map(({ id }) => id);
    await Promise.all(people.map(({ username }) => signedIn(username)));
    const always = reader("all", await feedCursor());
    let coming = reader("all", await feedCursor());
    let left: Cursor | undefined;
    let writing = true;

    const writers = ids.map(async (id, index) => {
      const client = new Client({ connectionString: process.env.DATABASE_URL });
      await client.connect();
      for (let round = 0; round < 15; round += 1) {
        await client.query("begin");
        await client.query("update seat set reason = $1 where user_id = $2", [`${round}`, id]);
        // The later the index, the longer a change waits between its stamp and its commit.
        await client.query("select pg_sleep($1)", [index * 0.01]);
        await client.query("commit");
      }
      await client.end();
    });
    const away = (async () => {
      const held = new Map<string, AgentChange>();
      const keep = () => {
        for (const id of ids) {
          const row = coming.row(id);
          if (row && row.revision > (held.get(id)?.revision ?? -1)) held.set(id, row);
        }
      };
      while (writing) {
        const until = board.cursor();
        left = until;
        coming.stop();
        keep();
        await pause(50);
        coming = reader("all", left);
        await pause(50);
      }
      return { held, keep };
    })();
    await Promise.all(writers);
    writing = false;
    const { held, keep } = await away;

    const stored = await agentRows(ids, board.day());
    for (const { row } of stored) {
      await expect.poll(() => always.row(row.id)?.revision).toBe(row.revision);
      await expect
        .poll(() => {
          keep();
          return held.get(row.id)?.revision;
        })
        .toBe(row.revision);
      expect(always.row(row.id)).toEqual(row);
    }
    always.stop();
    coming.stop();
  });
});

test("another turn of the day is told, and the figures count from it", async () => {
  const { team, user } = await supervised();
  await signedIn(user.username);
  await expect.poll(() => present([team.id])).toEqual([user.username]);
  const heard: BoardNews["kind"][] = [];
  const stop = board.subscribe(({ kind }) => heard.push(kind));
  const before = board.day();
  await changeSettings(bootstrapToken, { timeZone: "Pacific/Kiritimati" });
  await expect.poll(() => heard, { timeout: 5000 }).toContain("day");
  expect(board.day()).not.toEqual(before);
  expect(board.present([team.id]).map(({ row }) => row.day)).toEqual([board.day().toISOString()]);
  stop();
});
