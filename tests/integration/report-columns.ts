import type { Catalogue, Column } from "@/lib/reports/catalogue";
import type { Filter } from "@/lib/reports/filters";
import type { Value } from "@/lib/reports/row";
import { addresses } from "./report-histories";
import { compare, type Expected, factsOf, figuresOf, type People, type ReasonColumns } from "./report-oracle";
import { teamOf } from "./report-rounds";

/** The columns of single reasons, none of which was ever renamed. */
export const reasonColumns = (catalogue: Catalogue): ReasonColumns =>
  Object.fromEntries(catalogue.flatMap(({ id, reason }) => (reason ? [[id, reason.name]] : [])));

/** What a row must have in every column that there is. */
export function valuesOf(row: Expected, people: People, reasons: ReasonColumns): Record<string, Value> {
  const { user, endedBy } = row.of;
  const { name = null, username = null, personnelNumber = null, teamNow = null } = people[user] ?? {};
  return {
    ...{ agent: name, username, personnelNumber, team: teamOf(user), teamNow },
    date: row.date,
    endedBy: row.open || endedBy === null ? null : (people[endedBy]?.name ?? null),
    ...factsOf(row),
    ...figuresOf([row], reasons),
  };
}

const byName = new Intl.Collator("en", { numeric: true }).compare;
const inOrder: readonly Value[] = addresses;

/** As people would have it, and what is empty last, whichever way. */
export function compareValues(
  { id, type }: Pick<Column, "id" | "type">,
  a: Value,
  b: Value,
  desc: boolean,
): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  const upwards = () => {
    if (id === "ip") return inOrder.indexOf(a) - inOrder.indexOf(b);
    if (typeof a === "number" && typeof b === "number") return a - b;
    const named = (type === "text" || type === "enum") && id !== "sessionId";
    return named ? byName(String(a), String(b)) : compare(String(a), String(b));
  };
  return desc ? -upwards() : upwards();
}

/** By a column, then by session and day. */
export const sortedBy =
  (column: Column, shownIn: (row: Expected) => Value, desc: boolean) => (a: Expected, b: Expected) =>
    compareValues(column, shownIn(a), shownIn(b), desc) ||
    compare(a.of.id, b.of.id) ||
    compare(a.date, b.date);

type Case = readonly [filter: Omit<Filter, "column">, passes: (value: Value) => boolean];

/** Filters of every kind that a column has, by some of its values, and which values each lets through. */
export function filtersOf(column: Column, values: readonly Value[]): Case[] {
  const all = [...new Set(values)]
    .filter((value) => value !== null)
    .toSorted((a, b) => compareValues(column, a, b, false));
  const [low, middle] = [all[0], all[Math.floor(all.length / 2)]];
  if (low === undefined || middle === undefined) return [];
  const least = (value: Value) => value !== null && value >= low;
  const upTo = (value: Value) => value !== null && value <= middle;
  switch (column.type) {
    case "text":
    case "enum": {
      const anyOf = [String(middle)];
      const part = String(middle).slice(1).toUpperCase();
      const some: Case[] = [
        [{ anyOf }, (value) => value === middle],
        [{ anyOf: [...anyOf, null] }, (value) => value === middle || value === null],
      ];
      const within: Case = [
        { contains: part },
        (value) => value !== null && String(value).toUpperCase().includes(part),
      ];
      return column.type === "enum" ? some : [...some, within];
    }
    case "flag":
      return [true, false].map((flag): Case => [{ anyOf: [flag] }, (value) => value === flag]);
    case "moment":
      return [
        [{ from: String(middle) }, (value) => value !== null && value >= middle],
        [
          { from: String(low), to: String(middle) },
          (value) => least(value) && upTo(value) && value !== middle,
        ],
      ];
    case "date":
      return [
        [{ anyOf: [String(middle)] }, (value) => value === middle],
        [{ from: String(low), to: String(middle) }, (value) => least(value) && upTo(value)],
      ];
    default:
      return [
        [{ from: Number(middle) }, (value) => value !== null && value >= middle],
        [{ from: Number(low), to: Number(middle) }, (value) => least(value) && upTo(value)],
      ];
  }
}
