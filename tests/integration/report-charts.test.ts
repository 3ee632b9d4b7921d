import { expect, test } from "vitest";
import { type Actor, bootstrapToken as administrator } from "@/lib/auth/actor";
import { ReportChart } from "@/lib/reports/chart";
import { reportChart } from "@/lib/reports/drawing";
import { reportGroups } from "@/lib/reports/groups";
import { reportPresence } from "@/lib/reports/presence";
import { at, cast, hour, queryOf } from "./report-cast";

// Which charts there are and for whom. Presence at every moment: see report-presence.test.ts.

const { teams } = await cast();

async function chartOf(given: object, actor = administrator, asOf?: Date) {
  const chart = await reportChart(actor, { query: await queryOf(given), asOf });
  if (!chart.ok) throw new Error(chart.code);
  return chart.value;
}

test("nothing grouped, it is who was signed in, up to the moment of the report", async () => {
  expect(await chartOf({})).toMatchObject({
    kind: "presence",
    untilMs: at("20T18:00"),
    stretchMs: null,
    points: [
      { atMs: at("20T00:00"), desktop: [0, 0], mobile: [0, 0] },
      { atMs: at("20T08:00"), desktop: [0, 0], mobile: [1, 1] },
      { atMs: at("20T09:00"), desktop: [1, 1], mobile: [1, 1] },
      // One goes as another comes: nothing changes.
      { atMs: at("20T11:00"), desktop: [0, 0], mobile: [1, 1] },
      { atMs: at("20T12:00"), desktop: [0, 0], mobile: [0, 0] },
      { atMs: at("20T13:00"), desktop: [0, 0], mobile: [1, 1] },
    ],
  });
});

test("it is of the moment that the rows are of", async () => {
  const asOf = new Date(at("20T10:00"));
  expect(await chartOf({}, administrator, asOf)).toMatchObject({
    asOf: asOf.toISOString(),
    untilMs: asOf.getTime(),
  });
});

test("more steps than can be drawn are put together, with the peak and the low of each stretch", async () => {
  const presence = await reportPresence(administrator, { query: await queryOf({}), most: 5 });
  expect(presence).toMatchObject({
    value: {
      stretchMs: 6 * hour,
      points: [
        { atMs: at("20T00:00"), desktop: [0, 0], mobile: [0, 0] },
        { atMs: at("20T06:00"), desktop: [0, 1], mobile: [0, 1] },
        { atMs: at("20T12:00"), desktop: [0, 0], mobile: [0, 1] },
      ],
    },
  });
});

test("a range that is yet to come has nobody", async () => {
  expect(await chartOf({ from: "2026-12-01", to: "2026-12-02" })).toMatchObject({ points: [] });
});

test.each(["os", "device", "app"])("by %s it has the figures of the report's groups", async (column) => {
  const query = await queryOf({ group: column, columns: "loginTime" });
  const groups = await reportGroups(administrator, { query, limit: 100 });
  if (!groups.ok) throw new Error(groups.code);
  const chart = await chartOf({ group: `agent,${column}`, sort: "-login" });
  if (chart.kind !== "bars") throw new Error(chart.kind);
  const expected = groups.value.groups.map(({ path, rows, values }) => [
    path[0]?.label,
    rows,
    values.loginTime,
  ]);
  expect(expected.length).toBeGreaterThan(0);
  expect(chart.bars.map(({ label, rows, ms }) => [label, rows, ms])).toEqual(
    expect.arrayContaining(expected),
  );
  expect(chart.bars).toHaveLength(expected.length);
});

test("a bar says by what it is filtered", async () => {
  const chart = await chartOf({ group: "os" });
  expect(chart).toMatchObject({
    bars: [
      { value: "iOS 14.8", label: "iOS 14.8", rows: 2 },
      { value: "iOS 9.1", label: "iOS 9.1", rows: 1 },
      { value: "", label: null, rows: 1 },
    ],
    others: null,
  });
});

test("by cause it is how sessions ended each day", async () => {
  expect(await chartOf({ group: "cause" })).toMatchObject({
    kind: "days",
    column: "cause",
    every: "day",
    bars: [{ day: "2026-11-20", counts: { signed_out: 2, daily_schedule: 1, "": 1 } }],
  });
});

test("filters count, and a supervisor has the sessions of their teams", async () => {
  const actor: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [teams[2] ?? ""] };
  expect(await chartOf({ group: "cause" }, actor)).toMatchObject({ bars: [{ counts: { signed_out: 1 } }] });
  expect(await chartOf({ group: "os" }, actor)).toMatchObject({ bars: [{ value: "iOS 14.8", rows: 1 }] });
  expect(await chartOf({}, actor)).toMatchObject({ points: { length: 3 } });
  const filters = [{ column: "platform", anyOf: ["mobile"] }];
  expect(await chartOf({ group: "os", filters })).toMatchObject({
    bars: [
      { value: "iOS 14.8", rows: 1 },
      { value: "iOS 9.1", rows: 1 },
    ],
  });
});

test.each(["", "os", "cause"])("an agent has no chart by '%s'", async (group) => {
  const agent: Actor = { kind: "person", id: null, roles: ["agent"], scope: "all" };
  await expect(reportChart(agent, { query: await queryOf({ group }) })).rejects.toMatchObject({
    code: "not-allowed",
  });
});

test("all that leaves is what a browser reads", async () => {
  for (const group of ["", "os", "cause"])
    expect(ReportChart.parse(await chartOf({ group }))).toEqual(await chartOf({ group }));
});
