import { bootstrapToken } from "@/lib/auth/actor";
import { countUsers, listUsers, userFacets } from "@/lib/users/list";
import { UserFilter, type UserSortKey, userSortKeys } from "@/lib/users/schema";
import { makeManyUsers } from "./many-users";
import { timesOf } from "./percentiles";
import type { Row } from "./table";
import type { World } from "./world";

const rounds = 12;
const windowSize = 100;
const mostMs = 200;

const filters: Record<string, { search?: string; filter?: Partial<UserFilter> }> = {
  "no filter": {},
  "a team": { filter: { team: ["Team 7"] } },
  "ten teams": { filter: { team: Array.from({ length: 10 }, (_, n) => `Team ${n + 1}`) } },
  supervisors: { filter: { role: ["supervisor"] } },
  "signed in": { filter: { signedIn: ["true"] } },
  Mobile: { filter: { platform: ["mobile"] } },
  "a version": { filter: { version: ["2.17.7"] } },
  "an OS": { filter: { os: ["iOS 16"] } },
  "a device": { filter: { device: ["iPhone 12"] } },
  unreachable: { filter: { contact: ["unreachable"] } },
  "a name": { search: "ortiz" },
  "two words": { search: "an garc" },
  "one letter": { search: "a" },
  nobody: { search: "nobody is called this" },
};

/** The list of users as the console's server makes it: one window of rows, anywhere in the list, and the counts above it. */
export default async function measure({ db }: World): Promise<Row[]> {
  await makeManyUsers(db);
  const times: { what: string; ms: number[] }[] = [];

  async function time(what: string, read: () => Promise<unknown>) {
    const ms: number[] = [];
    await read();
    for (let round = 0; round < rounds; round++) {
      const start = performance.now();
      await read();
      ms.push(performance.now() - start);
    }
    times.push({ what, ms });
  }

  for (const [what, { search = "", filter = {} }] of Object.entries(filters)) {
    for (const id of userSortKeys) {
      await time(`${what} by ${id}`, () => read(search, UserFilter.parse(filter), id, 0));
    }
  }
  for (const from of [25_000, 49_900]) {
    await time(`from row ${from} by name`, () => read("", UserFilter.parse({}), "name", from));
    await time(`from row ${from} by app`, () => read("", UserFilter.parse({}), "app", from));
  }
  const facets = { what: "facets", ms: [] as number[] };
  for (let round = 0; round < rounds; round++) {
    const start = performance.now();
    await userFacets(bootstrapToken);
    facets.ms.push(performance.now() - start);
  }

  const ranked = times.map(({ what, ms }) => ({ what, ...timesOf(ms) })).sort((a, b) => b.p95 - a.p95);
  const all = timesOf(times.flatMap(({ ms }) => ms));
  const slowest = ranked
    .slice(0, 5)
    .map(({ what, p95 }) => ({ what: `slowest: ${what}, p95`, figure: p95, unit: "ms" }));
  return [
    { what: "any filter, any sort, p95 of all", figure: all.p95, unit: "ms", wanted: { most: mostMs } },
    { what: "the same, median", figure: all.p50, unit: "ms" },
    ...slowest.map((row) => ({ ...row, wanted: { most: mostMs } })),
    {
      what: "what can be filtered by, p95",
      figure: timesOf(facets.ms).p95,
      unit: "ms",
      wanted: { most: mostMs },
    },
  ];
}

const read = (search: string, filter: UserFilter, id: UserSortKey, from: number) =>
  Promise.all([
    listUsers(bootstrapToken, { search, filter, sort: [{ id, desc: false }], from, count: windowSize }),
    countUsers(bootstrapToken, { search, filter }),
  ]);
