import { type Catalogue, type Column, columnNamed, stockColumns } from "./catalogue";
import { Filter, problemsOf } from "./filters";
import { dayAt, startOf } from "./range";
import { type ReportQuery, reportFields, reportQuery } from "./schema";

// A report as an address has it, on screen and in the API: `?from=2026-11-01&to=2026-12-01&zone=Europe/Berlin&columns=agent,os`.
// Beside the fields of the query stand its filters, each under the id of its column: `os=iOS 14.8&os=` is that one or none,
// `agent=~mar` all that contain it, `loginTime=3600000..` an hour and more.

type Params = Readonly<Record<string, string | readonly string[] | undefined>>;
export type Fault = { path: string; message: string };

/** Words of the admin API for what the report calls otherwise. */
export const otherNames: Readonly<Record<string, string>> = { user: "username", version: "appVersion" };

/** The parameters that filter by a column. */
export const filterNames = (id: string): string[] => [
  id,
  ...Object.keys(otherNames).filter((name) => otherNames[name] === id),
];

/** A column that is filtered by, with the values of its parameters. */
export type FilteredColumn = { column: Column; values: string[] };

export function filteredColumns(
  filters: Readonly<Record<string, readonly string[]>>,
  catalogue: Catalogue,
): FilteredColumn[] {
  return catalogue.flatMap((column) => {
    const values = filterNames(column.id).flatMap((name) => filters[name] ?? []);
    return values.length > 0 ? [{ column, values }] : [];
  });
}

/** The parameters of a report that are none of its columns. */
export const reportParameters = Object.keys(reportFields).filter((name) => name !== "filters");

/** What an address asks for, and what is wrong in it by the names of its parameters. `zone` is that of an address without one. */
export function parseAddress(
  params: Params,
  catalogue: Catalogue,
  zone: string,
): { query: ReportQuery; faults: null } | { query: null; faults: Fault[] } {
  const given = Object.entries(params).filter(([, value]) => value !== undefined);
  const isFilter = ([name]: (typeof given)[number]) => !reportParameters.includes(name);
  const named = given
    .filter(isFilter)
    .map(([name, value]) => ({ name, ...filterOf(name, value, catalogue) }));
  const read = named.flatMap(({ name, filter }) => (filter ? [{ name, filter }] : []));
  const filters = read.map(({ filter }) => filter);
  const fields = Object.fromEntries(given.filter((entry) => !isFilter(entry)));
  const result = reportQuery(catalogue).safeParse({ zone, ...fields, filters });
  const nameOf = (at: unknown) => read[Number(at)]?.name ?? "filters";
  const faults = [
    ...named.flatMap(({ name, fault }) => (fault ? { path: name, message: fault } : [])),
    ...(result.error?.issues.map(({ path, message }) => ({
      path: path[0] === "filters" ? nameOf(path[1]) : path.join("."),
      message,
    })) ?? []),
  ];
  return result.success && faults.length === 0
    ? { query: result.data, faults: null }
    : { query: null, faults };
}

/** An address that is read as the same query again; what may be otherwise for another reader is told in any case. */
export function formatAddress(query: ReportQuery): URLSearchParams {
  const { range, zone, edges, days, dayTurn, weekStart, columns, sort, group, filters } = query;
  const address = new URLSearchParams();
  if ("preset" in range) address.set("preset", range.preset);
  else {
    address.set("from", momentText(range.from, query));
    address.set("to", momentText(range.to, query));
  }
  address.set("zone", zone);
  if (edges !== "clip") address.set("edges", edges);
  if (days !== "join") address.set("days", days);
  if (dayTurn !== "00:00") address.set("dayTurn", dayTurn);
  if ("preset" in range || weekStart !== 1) address.set("weekStart", String(weekStart));
  if (columns.join() !== stockColumns.join()) address.set("columns", columns.join());
  if (sort.length > 0)
    address.set("sort", sort.map(({ column, desc }) => `${desc ? "-" : ""}${column}`).join());
  if (group.length > 0) address.set("group", group.join());
  for (const filter of filters)
    for (const value of formatFilter(filter)) address.append(filter.column, value);
  return address;
}

/** As a day where it begins one. */
function momentText(at: Date, calendar: ReportQuery) {
  const day = dayAt(at, calendar);
  return startOf(day, calendar).getTime() === at.getTime()
    ? day.toString()
    : at.toISOString().replace(".000Z", "Z");
}

/** The values of the parameter that stands for a filter. */
export function formatFilter({ anyOf = [], contains, from, to }: Filter): string[] {
  return [
    ...anyOf.map((value) => (value === null ? "" : String(value).replace(/^[=~]/, "=$&"))),
    ...(contains === undefined ? [] : [`~${contains}`]),
    ...(from === undefined && to === undefined ? [] : [`${from ?? ""}..${to ?? ""}`]),
  ];
}

type Read = { filter?: Filter; fault?: string };

function filterOf(name: string, given: string | readonly string[] | undefined, catalogue: Catalogue): Read {
  const column = columnNamed(catalogue, otherNames[name] ?? name);
  if (!column) return { fault: "is not known here" };
  return parseFilter([given ?? []].flat(), column);
}

const isText = ({ type }: Column) => type === "text" || type === "enum" || type === "flag";
const isRange = (value: string) => value.includes("..");

/** The filter that the values of a column's parameter stand for; null where it does not fit the column. */
export function readFilter(values: readonly string[], column: Column): Filter | null {
  const { data } = Filter.safeParse(parseFilter(values, column).filter);
  return data && problemsOf(data, column).length === 0 ? data : null;
}

/** The same, fit or not: that is for the query to judge. */
function parseFilter(values: readonly string[], column: Column): Read {
  const ranges = isText(column) ? [] : values.filter(isRange);
  const contained = column.type === "text" ? values.filter((value) => value.startsWith("~")) : [];
  if (ranges.length > 1) return { fault: "can be between two bounds only once" };
  if (contained.length > 1) return { fault: "can contain one text only" };
  const rest = values.filter((value) => !ranges.includes(value) && !contained.includes(value));
  const [from, to] = ranges[0]?.split("..").map((bound) => boundOf(bound, column)) ?? [];
  return {
    filter: {
      column: column.id,
      ...(rest.length > 0 && { anyOf: rest.map((value) => readValue(value, column)) }),
      ...(contained[0] !== undefined && { contains: contained[0].slice(1) }),
      ...(from !== undefined && { from }),
      ...(to !== undefined && { to }),
    },
  };
}

function readValue(written: string, { type, values = [] }: Column): string | boolean | null {
  if (written === "") return null;
  if (type === "flag") return written === "true" || (written !== "false" && written);
  const text = written.replace(/^=(?=[=~])/, "");
  // What is shown as Mobile is kept as mobile.
  return values.find((value) => value.toLowerCase() === text.toLowerCase()) ?? text;
}

/** Undefined where there is none. */
function boundOf(written: string, { type }: Column): string | number | undefined {
  if (written === "") return undefined;
  const isNumber = type !== "moment" && type !== "date" && /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(written);
  return isNumber ? Number(written) : written;
}
