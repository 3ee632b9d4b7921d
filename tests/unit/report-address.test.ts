import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  filteredColumns,
  formatAddress,
  parseAddress,
  readFilter,
  reportParameters,
} from "@/lib/reports/address";
import { type Column, catalogueOf } from "@/lib/reports/catalogue";
import { presets } from "@/lib/reports/range";
import { type ReportQuery, reportQuery } from "@/lib/reports/schema";

const reasons = [
  { id: "0190f0a0-1111-7222-8333-444455556666", name: "Break", formerNames: [], kind: "break" as const },
  { id: "0190f0a0-1111-7222-8333-444455556667", name: "Training", formerNames: [], kind: "working" as const },
];
const catalogue = catalogueOf(reasons);
const zone = "Europe/Berlin";

const paramsOf = (address: URLSearchParams) =>
  Object.fromEntries([...new Set(address.keys())].map((name) => [name, address.getAll(name)]));
/** As edges give them: what is there once is no list. */
const once = (params: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(params).map(([name, values]) => [name, values.length === 1 ? values[0] : values]),
  );
const parsed = (address: string, usual = zone) =>
  parseAddress(once(paramsOf(new URLSearchParams(address))), catalogue, usual);

function queryIn(address: string): ReportQuery {
  const { query, faults } = parsed(address);
  if (!query) throw new Error(JSON.stringify(faults));
  return query;
}

const ids = catalogue.map(({ id }) => id);
const text = fc
  .oneof(
    fc.string({ unit: "grapheme", minLength: 1 }),
    fc.constantFrom("=", "~x", "==", "a..b", "..", "true", "a,b"),
  )
  .filter((one) => one.trim() === one && /^[^\p{C}]+$/u.test(one) && /[^\p{C}\p{Z}]/u.test(one));
const moment = fc
  .date({ min: new Date("2020-01-01"), max: new Date("2030-01-01"), noInvalidDate: true })
  .map((at) => at.toISOString());
const day = moment.map((at) => at.slice(0, 10));

const between = <T extends string | number>(bound: fc.Arbitrary<T>) =>
  fc.tuple(bound, bound, fc.constantFrom("from", "to", "both")).map(([one, other, which]) => {
    const [from, to] = one < other ? [one, other] : [other, one];
    return { ...(which !== "to" && { from }), ...(which !== "from" && { to }) };
  });
const among = <T>(value: fc.Arbitrary<T>) =>
  fc.record({ anyOf: fc.array(fc.option(value), { minLength: 1, maxLength: 4 }) });

function filterOf({ id, type, values = [] }: Column): fc.Arbitrary<object> {
  const kinds = {
    text: fc.oneof(
      among(text),
      fc.record({ contains: text }),
      fc.record({ anyOf: fc.tuple(text), contains: text }),
    ),
    enum: among(values.length > 0 ? fc.constantFrom(...values) : text),
    flag: among(fc.boolean()),
    moment: between(moment),
    date: fc.oneof(among(day), between(day)),
    duration: between(fc.oneof(fc.nat(), fc.double({ min: 0, max: 1e12, noNaN: true }))),
    percent: between(fc.double({ min: 0, max: 1, noNaN: true }).map(Math.abs)),
    count: between(fc.nat()),
  };
  return kinds[type].map((more) => ({ column: id, ...more }));
}

const range = fc.oneof(
  fc.record({ preset: fc.constantFrom(...presets) }),
  fc
    .tuple(fc.oneof(moment, day), fc.integer({ min: 1, max: 700 * 86_400_000 }), fc.boolean())
    .map(([from, ms, whole]) => {
      const to = new Date(Date.parse(from) + ms + 2 * 86_400_000).toISOString();
      return { from, to: whole ? to.slice(0, 10) : to };
    }),
);
const sorted = fc.uniqueArray(fc.record({ column: fc.constantFrom(...ids), desc: fc.boolean() }), {
  selector: ({ column }) => column,
  maxLength: 8,
});
const query = fc
  .record({
    range,
    zone: fc.constantFrom("UTC", "Europe/Berlin", "Pacific/Apia", "America/Sao_Paulo", "Asia/Kathmandu"),
    edges: fc.constantFrom("clip", "whole"),
    days: fc.constantFrom("join", "split"),
    dayTurn: fc.constantFrom("00:00", "04:00", "23:30"),
    weekStart: fc.integer({ min: 1, max: 7 }),
    columns: fc.uniqueArray(fc.constantFrom(...ids), { minLength: 1 }),
    sort: sorted,
    group: fc.uniqueArray(fc.constantFrom(...catalogue.filter((one) => one.groups).map(({ id }) => id)), {
      maxLength: 3,
    }),
    filters: fc
      .uniqueArray(fc.constantFrom(...catalogue), { maxLength: 6 })
      .chain((columns) => fc.tuple(...columns.map(filterOf))),
  })
  .map(({ range, ...rest }) => reportQuery(catalogue).parse({ ...range, ...rest }));

/** As an address has them: the columns in the order of its parameters. */
const byColumn = (one: ReportQuery) => ({
  ...one,
  filters: one.filters.toSorted((a, b) => ids.indexOf(a.column) - ids.indexOf(b.column)),
});

test("what is written into an address is read from it again, by whomever", () => {
  fc.assert(
    fc.property(query, (asked) => {
      const address = formatAddress(asked).toString();
      for (const usual of ["UTC", "Asia/Tokyo"]) {
        const { query: read, faults } = parsed(address, usual);
        expect(faults).toBeNull();
        expect(read && byColumn(read)).toEqual(byColumn(asked));
      }
      expect(formatAddress(queryIn(address)).toString()).toBe(address);
    }),
    { numRuns: 500 },
  );
}, 30_000);

test("an address is as short as it can be", () => {
  const week = "from=2026-11-16&to=2026-11-23&zone=Europe%2FBerlin";
  expect(formatAddress(queryIn("from=2026-11-16&to=2026-11-23&edges=clip&weekStart=1")).toString()).toBe(
    week,
  );
  expect(formatAddress(queryIn("from=2026-11-15T23:00:00Z&to=2026-11-23T00:00:00%2B01:00")).toString()).toBe(
    week,
  );
  expect(formatAddress(queryIn("preset=today")).toString()).toBe(
    "preset=today&zone=Europe%2FBerlin&weekStart=1",
  );
});

test("no column is called what an address says otherwise", () => {
  const others = ["limit", "cursor", "format", "header", "asOf", "view", "at", "density", "search"];
  expect(ids.filter((id) => [...reportParameters, ...others, "user", "version"].includes(id))).toEqual([]);
});

describe("filters", () => {
  test.each<[string, object]>([
    ["os=iOS+14.8&os=", { column: "os", anyOf: ["iOS 14.8", null] }],
    ["agent=~mar", { column: "agent", contains: "mar" }],
    ["agent=%3D~mar", { column: "agent", anyOf: ["~mar"] }],
    ["agent=%3D%3D~mar", { column: "agent", anyOf: ["=~mar"] }],
    ["user=maria", { column: "username", anyOf: ["maria"] }],
    ["version=2.17.60", { column: "appVersion", anyOf: ["2.17.60"] }],
    ["platform=Mobile", { column: "platform", anyOf: ["mobile"] }],
    ["reportedLate=true", { column: "reportedLate", anyOf: [true] }],
    ["loginTime=3600000..", { column: "loginTime", from: 3_600_000 }],
    ["notReadyPercent=..0.5", { column: "notReadyPercent", to: 0.5 }],
    ["date=2026-11-16", { column: "date", anyOf: ["2026-11-16"] }],
    ["date=2026-11-16..2026-11-18", { column: "date", from: "2026-11-16", to: "2026-11-18" }],
    ["logout=2026-11-16T08:00:00Z..", { column: "logout", from: "2026-11-16T08:00:00Z" }],
  ])("%s", (address, filter) => {
    expect(queryIn(`preset=today&${address}`).filters).toEqual([filter]);
  });

  test.each<[string, string, string]>([
    ["mood=good", "mood", "is not known here"],
    ["filters=x", "filters", "is not known here"],
    ["agent=~a&agent=~b", "agent", "can contain one text only"],
    ["agent=~", "agent", "must not be empty"],
    ["loginTime=1..2&loginTime=3..4", "loginTime", "can be between two bounds only once"],
    ["loginTime=5", "loginTime", "loginTime is filtered by from and to"],
    ["loginTime=..", "loginTime", "must say which rows are meant"],
    ["loginTime=1h..2h", "loginTime", "must be a number of milliseconds"],
    ["loginTime=2..1", "loginTime", "must not be before from"],
    ["cause=bored", "cause", "bored is no value of cause"],
    ["reportedLate=maybe", "reportedLate", "maybe is no value of reportedLate"],
    ["version=~1&appVersion=2", "appVersion", "appVersion is there twice"],
  ])("%s", (address, path, message) => {
    const { query, faults } = parsed(`preset=today&${address}`);
    expect(query).toBeNull();
    expect(faults).toContainEqual({ path, message });
  });
});

test("what is filtered is told by its columns, whatever the address calls them", () => {
  const filters = { version: ["2.17.60"], user: ["maria", "ada"], os: [""], cause: [], preset: ["today"] };
  expect(filteredColumns(filters, catalogue).map(({ column, values }) => [column.id, values])).toEqual([
    ["username", ["maria", "ada"]],
    ["appVersion", ["2.17.60"]],
    ["os", [""]],
  ]);
  const [twice] = filteredColumns({ version: ["2"], appVersion: ["3"] }, catalogue);
  expect(twice).toMatchObject({ column: { id: "appVersion" }, values: ["3", "2"] });
});

test("a filter is read only where the query would take it", () => {
  const written = fc.oneof(
    text,
    moment,
    day,
    fc.constantFrom("", "soon..", "..9", "1e400..", "x", "2026-02-30"),
  );
  fc.assert(
    fc.property(fc.constantFrom(...catalogue), fc.array(written, { minLength: 1 }), (column, values) => {
      const { query } = parseAddress({ preset: "today", [column.id]: values }, catalogue, zone);
      expect(readFilter(values, column)).toEqual(query ? query.filters[0] : null);
    }),
    { numRuns: 500 },
  );
});

test("everything that is wrong is told by the names of the address", () => {
  const { faults } = parsed(
    "from=2026-11-16&to=2026-11-23&columns=agent,mood&sort=mood&os=~1&os=~2&humour=dry",
  );
  expect(faults).toEqual([
    { path: "os", message: "can contain one text only" },
    { path: "humour", message: "is not known here" },
    { path: "columns.1", message: "there is no column mood" },
    { path: "sort.0", message: "there is no column mood" },
  ]);
  expect(parsed("preset=today&zone=UTC&zone=UTC").faults?.map(({ path }) => path)).toEqual(["zone"]);
});
