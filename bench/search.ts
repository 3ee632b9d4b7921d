import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { findAnything } from "@/lib/search/queries";
import { makeManyUsers } from "./many-users";
import { timesOf } from "./percentiles";
import type { Row } from "./table";
import type { World } from "./world";

const asked = 40;
const mostMs = 50;

/** The command palette's search at the server, letter by letter as somebody types. */
export default async function search({ db }: World): Promise<Row[]> {
  await makeManyUsers(db);
  const { rows } = await db.query<{ name: string; username: string; number: string }>(
    `select name, username, personnel_number as number from user_account order by md5(id::text) limit ${asked}`,
  );
  const { rows: teams } = await db.query<{ id: string }>("select id from team limit 5");
  const supervisor: Actor = { ...bootstrapToken, roles: ["supervisor"], scope: teams.map(({ id }) => id) };

  const typed = {
    "a name": rows.flatMap(({ name }) => letters(name)),
    "a username": rows.flatMap(({ username }) => letters(username)),
    "a personnel number": rows.flatMap(({ number }) => letters(number)),
    "two letters within names": rows.map(({ name }) => name.slice(1, 3).trim()),
    "what nobody is called": letters("xylophone"),
  };
  // The first calls plan and fill the cache.
  for (const q of typed["a name"].slice(0, 50)) await findAnything(bootstrapToken, { q });

  const all: number[] = [];
  const figures: Row[] = [];
  for (const [what, searches] of Object.entries(typed)) {
    const ms = await timed(bootstrapToken, searches);
    all.push(...ms);
    figures.push({ what: `${what}, p95`, figure: timesOf(ms).p95, unit: "ms" });
  }
  const scoped = await timed(supervisor, typed["a name"]);
  return [
    { what: "any letter of any search, p95", figure: timesOf(all).p95, unit: "ms", wanted: { most: mostMs } },
    { what: "the same, median", figure: timesOf(all).p50, unit: "ms" },
    ...figures,
    {
      what: "a name, by a supervisor of 5 teams, p95",
      figure: timesOf(scoped).p95,
      unit: "ms",
      wanted: { most: mostMs },
    },
  ];
}

/** "M", "Ma", "Mar" … */
const letters = (text: string) =>
  [...text].map((_, at) => [...text].slice(0, at + 1).join("")).filter((part) => !part.endsWith(" "));

async function timed(actor: Actor, searches: readonly string[]): Promise<number[]> {
  const ms: number[] = [];
  for (const q of searches) {
    const start = performance.now();
    await findAnything(actor, { q });
    ms.push(performance.now() - start);
  }
  return ms;
}
