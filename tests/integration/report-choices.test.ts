import { expect, test } from "vitest";
import { paramsOf } from "@/app/_edges/params";
import { mostChoices, readChoices } from "@/app/(console)/reports/login-logout/_components/choices";
import { type Actor, bootstrapToken as administrator } from "@/lib/auth/actor";
import { parseAddress } from "@/lib/reports/address";
import { reportGroups } from "@/lib/reports/groups";
import { readCatalogue } from "@/lib/reports/queries";
import { at, cast, session } from "./report-cast";
import { store } from "./report-store";

const { place, teams } = await cast();
const supervisor: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [teams[2] ?? ""] };

// More systems than are listed at once, every other one of the supervisor's team; and one session without any.
const count = mostChoices + 200;
const minute = 60_000;
await store(
  Array.from({ length: count + 1 }, (_, number) => number).map((number) =>
    session(number % 2 === 0 ? 0 : 2, at("20T00:00") + number * (minute / 2), 0.001, {
      os: number === count ? null : `Linux ${number + 1}`,
    }),
  ),
  place,
);

const report = "from=2026-11-20&to=2026-11-21&zone=UTC&os=Linux+7&sort=-login";

async function choices(text: string, actor = administrator, id = "os") {
  const catalogue = await readCatalogue();
  return readChoices({ report, id, text }, async (address) => {
    const params = paramsOf(new URL(`http://localhost?${address}`));
    const { query, faults } = parseAddress(params, catalogue, "UTC");
    if (faults) throw new Error(JSON.stringify(faults));
    const page = await reportGroups(actor, { query, limit: mostChoices, levels: 1 });
    if (!page.ok) throw new Error(page.code);
    return page.value;
  });
}

test("what is not listed at once is said, and what has no value is there all the same", async () => {
  const { listed, more } = await choices("");
  expect(more).toBe(true);
  expect(listed).toHaveLength(mostChoices + 1);
  expect(listed[0]).toEqual({ value: "Linux 1", rows: 1 });
  expect(listed.at(-1)).toEqual({ value: null, rows: 1 });
});

test("a search finds what is beyond, in the reach of who asks", async () => {
  const last = `Linux ${count}`;
  expect((await choices("")).listed.map(({ value }) => value)).not.toContain(last);
  expect(await choices(String(count))).toEqual({ listed: [{ value: last, rows: 1 }], more: false });
  expect(await choices(`INUX ${count}`, supervisor)).toEqual({
    listed: [{ value: last, rows: 1 }],
    more: false,
  });
  // This one is of another team.
  expect(await choices(String(count - 1), supervisor)).toEqual({ listed: [], more: false });
  expect((await choices("x")).listed).toHaveLength(mostChoices);
  expect((await choices("x")).more).toBe(true);
});

test("a list that is whole is no more than that", async () => {
  const { listed, more } = await choices("", supervisor);
  expect(more).toBe(false);
  expect(listed).toHaveLength(count / 2);
});
