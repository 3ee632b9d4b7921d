import { describe, expect, test } from "vitest";
import { catalogueOf, reasonColumnId, stockColumns, topics } from "@/lib/reports/catalogue";
import { presets } from "@/lib/reports/range";
import { mostColumns, reportQuery } from "@/lib/reports/schema";
import messages from "@/messages/en.json";

const breakId = "0190f0a0-1111-7222-8333-444455556666";
const catalogue = catalogueOf([{ id: breakId, name: "Break", formerNames: [], kind: "break" }]);
const Query = reportQuery(catalogue);
const week = { from: "2026-11-16", to: "2026-11-23", zone: "Europe/Berlin" };

/** Where something is wrong, and what. */
const faults = (given: object) =>
  Query.safeParse(given).error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);

test("what nobody chose is as in stock", () => {
  expect(Query.parse(week)).toEqual({
    range: { from: new Date("2026-11-15T23:00:00Z"), to: new Date("2026-11-22T23:00:00Z") },
    zone: "Europe/Berlin",
    edges: "clip",
    days: "join",
    dayTurn: "00:00",
    weekStart: 1,
    columns: [...stockColumns],
    sort: [],
    group: [],
    filters: [],
  });
});

test("an address has lists as texts", () => {
  const query = Query.parse({ ...week, columns: "agent,os", sort: "-login,agent", group: "team,date" });
  expect(query.columns).toEqual(["agent", "os"]);
  expect(query.sort).toEqual([
    { column: "login", desc: true },
    { column: "agent", desc: false },
  ]);
  expect(query.group).toEqual(["team", "date"]);
});

test("a range is of moments, of the zone's clock, or of days that turn at another hour", () => {
  const rangeOf = (given: object) => Query.parse({ ...week, ...given }).range;
  expect(rangeOf({ from: "2026-11-16T08:00:00Z", to: "2026-11-16T10:00:00+01:00" })).toEqual({
    from: new Date("2026-11-16T08:00:00Z"),
    to: new Date("2026-11-16T09:00:00Z"),
  });
  expect(rangeOf({ from: "2026-11-16T08:00" })).toMatchObject({ from: new Date("2026-11-16T07:00:00Z") });
  expect(rangeOf({ dayTurn: "04:00" })).toMatchObject({ from: new Date("2026-11-16T03:00:00Z") });
  expect(rangeOf({ from: undefined, to: undefined, preset: "lastWeek" })).toEqual({ preset: "lastWeek" });
});

describe("what is wrong is told with its field", () => {
  test.each<[object, string]>([
    [{ from: undefined }, "from: is required, with to; or a preset"],
    [{ to: undefined }, "to: is required with from"],
    [{ preset: "today" }, "preset: cannot stand beside from and to"],
    [{ to: "2026-11-16" }, "to: must be after from"],
    [{ to: "2026-11-01" }, "to: must be after from"],
    [{ to: "2046-11-16" }, "to: must be at most 2 years after from"],
    [{ to: "2028-11-17" }, "to: must be at most 2 years after from"],
    [{ from: "soon" }, "from: must be a day such as 2026-11-22 or a moment such as 2026-11-22T08:00:00Z"],
    [
      { from: "2026-02-30" },
      "from: must be a day such as 2026-11-22 or a moment such as 2026-11-22T08:00:00Z",
    ],
    [{ zone: "Mars/Olympus" }, "zone: must be a time zone such as Europe/Berlin"],
    [{ dayTurn: "25:00" }, "dayTurn: must be a time such as 03:00"],
    [{ edges: "cut" }, "edges: must be one of clip, whole"],
    [{ columns: "agent,mood" }, "columns.1: there is no column mood"],
    [{ columns: "agent,os,agent" }, "columns.2: agent is there twice"],
    [{ columns: [] }, "columns: must have at least one column"],
    [{ columns: Array(1000).fill("agent") }, `columns: must be at most ${mostColumns} long`],
    [{ sort: "mood" }, "sort.0: there is no column mood"],
    [{ sort: "login,-login" }, "sort.1: login is there twice"],
    [{ group: "login" }, "group.0: rows cannot be grouped by login"],
    [{ group: "agent,team,date,os" }, "group: must be at most 3 long"],
    [{ filters: [{ column: "mood", anyOf: ["good"] }] }, "filters.0.column: there is no column mood"],
    [{ filters: [{ column: "os" }] }, "filters.0: must say which rows are meant"],
    [{ filters: [{ column: "os", from: 1 }] }, "filters.0.from: os is filtered by anyOf and contains"],
    [{ filters: [{ column: "cause", anyOf: ["bored"] }] }, "filters.0.anyOf.0: bored is no value of cause"],
    [
      { filters: [{ column: "reportedLate", anyOf: ["x"] }] },
      "filters.0.anyOf.0: x is no value of reportedLate",
    ],
    [{ filters: [{ column: "loginTime", from: "1h" }] }, "filters.0.from: must be a number of milliseconds"],
    [{ filters: [{ column: "occupancy", to: 50 }] }, "filters.0.to: must be a share from 0 to 1"],
    [{ filters: [{ column: "loginTime", from: 2, to: 1 }] }, "filters.0.to: must not be before from"],
    [{ mood: "good" }, ": has what is not known here: mood"],
  ])("%j", (given, fault) => {
    expect(faults({ ...week, ...given })).toEqual([fault]);
  });

  test("and everything that is wrong is told at once", () => {
    expect(faults({ ...week, to: "2026-01-01", columns: "mood", sort: "mood" })).toHaveLength(3);
  });
});

test("every column of a reason that is listed can be asked for", () => {
  expect(Query.parse({ ...week, columns: reasonColumnId(breakId) }).columns).toHaveLength(1);
  expect(faults({ ...week, columns: reasonColumnId("0190f0a0-1111-7222-8333-444455556667") })).toHaveLength(
    1,
  );
});

test("every column, topic and preset has a label, and no label is left over", () => {
  const ids = catalogue.filter(({ reason }) => !reason).map(({ id }) => id);
  expect(Object.keys(messages.reports.column).toSorted()).toEqual([...ids, "reason"].toSorted());
  expect(Object.keys(messages.reports.topic)).toEqual([...topics]);
  expect(Object.keys(messages.reports.preset).toSorted()).toEqual([...presets].toSorted());
});
