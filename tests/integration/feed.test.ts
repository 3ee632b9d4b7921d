import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { db } from "@/lib/db";
import { feedCursor, liveRows, pollFeed } from "@/lib/live/queries";
import { type FeedReader, type News, openFeedReader } from "@/lib/live/reader";
import { person, signedIn } from "./people";

const url = process.env.DATABASE_URL ?? "";

const touch = (userId: string) => `update seat set reason = reason where user_id = '${userId}'`;

test("a commit that comes late is not missed", async () => {
  const [early, late] = [await person(), await person()];
  const slow = new Client({ connectionString: url });
  await slow.connect();
  await slow.query("begin");
  await slow.query(touch(late.id));
  await db.$executeRawUnsafe(touch(early.id));

  const { horizon } = await feedCursor();
  await slow.query("commit");
  await slow.end();
  const seen = (await pollFeed(horizon)).stamps.map((stamp) => stamp.userId);
  expect(seen).toContain(late.id);
});

test("many writers at once, many polls: everybody ends at the newest revision", async () => {
  const people = await Promise.all(Array.from({ length: 5 }, () => person()));
  let { horizon } = await feedCursor();
  const known = new Map<string, number>();
  let writing = true;
  const polling = (async () => {
    for (;;) {
      const last = !writing;
      const news = await pollFeed(horizon);
      horizon = news.horizon;
      for (const { userId, revision } of news.stamps)
        known.set(userId, Math.max(known.get(userId) ?? 0, revision));
      if (last) return;
    }
  })();
  await Promise.all(
    people.flatMap(({ id }) => Array.from({ length: 20 }, () => db.$executeRawUnsafe(touch(id)))),
  );
  writing = false;
  await polling;
  for (const row of await liveRows(people.map(({ id }) => id))) expect(known.get(row.id)).toBe(row.revision);
});

describe("the names that a row shows count as its change", () => {
  test("the user's", async () => {
    const { id } = await person();
    const { horizon } = await feedCursor();
    await db.user.update({ where: { id }, data: { name: "New Name" } });
    expect((await pollFeed(horizon)).stamps).toContainEqual(expect.objectContaining({ userId: id }));
  });

  test("the team's", async () => {
    const { id, teamId } = await person({ team: "Renamed" });
    const { horizon } = await feedCursor();
    await db.team.update({ where: { id: teamId }, data: { name: "Renamed again" } });
    expect((await pollFeed(horizon)).stamps).toContainEqual(expect.objectContaining({ userId: id }));
  });
});

describe("the reader", () => {
  let reader: FeedReader;
  beforeAll(() => {
    reader = openFeedReader();
  });
  afterAll(() => reader.close());

  test("tells a sign-in within half a second, and after a broken doorbell within two", async () => {
    const user = await person();
    const next = () =>
      new Promise<News>((resolve) => {
        const stop = reader.subscribe((news) => {
          if (!news.stamps.some((stamp) => stamp.userId === user.id)) return;
          stop();
          resolve(news);
        });
      });
    await signedIn(user.username);
    await next();

    let heard = next();
    let from = performance.now();
    await db.$executeRawUnsafe(touch(user.id));
    await heard;
    expect(performance.now() - from).toBeLessThan(500);

    await db.$executeRaw`select pg_terminate_backend(pid) from pg_stat_activity
      where query ilike 'listen seat' and datname = current_database()`;
    heard = next();
    from = performance.now();
    await db.$executeRawUnsafe(touch(user.id));
    await heard;
    expect(performance.now() - from).toBeLessThan(2000);
  });
});
