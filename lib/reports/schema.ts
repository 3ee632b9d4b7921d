import { Temporal } from "temporal-polyfill";
import { z } from "zod";
import { timeOfDay, Zone } from "@/lib/settings/schema";
import { line } from "@/lib/text";
import { type Catalogue, columnNamed, stockColumns } from "./catalogue";
import { Filter, problemsOf } from "./filters";
import { parseMoment, presets } from "./range";

/** More than anybody can read, less than would hurt. */
export const mostColumns = 60;
export const mostGroups = 3;
export const mostSorts = 8;
export const mostFilters = 40;
export const longestYears = 2;

/** `a,b` as an address has it, or a list. */
const list = <T extends z.ZodType>(one: T, most: number) =>
  z.preprocess(
    (given) => (typeof given === "string" ? given.split(",").filter(Boolean) : given),
    z.array(one).max(most),
  );

const Term = z.strictObject({ column: line(64), desc: z.boolean().default(false) });

/** `-login` goes down. */
const Sorted = z.preprocess(
  (given) =>
    typeof given === "string" ? { column: given.replace(/^-/, ""), desc: given.startsWith("-") } : given,
  Term,
);

export const reportFields = {
  /** A half-open range: moments, or `2026-11-01` for the beginning of that day. */
  from: line(64).optional(),
  to: line(64).optional(),
  preset: z.enum(presets).optional(),
  zone: Zone,
  /** Whether the sessions that cross an end of the range count with what lies within, or whole. */
  edges: z.enum(["clip", "whole"]).default("clip"),
  /** Whether a session of several days is one row for each, or one in all. */
  days: z.enum(["split", "join"]).default("join"),
  /** Where a day turns: `04:00` for night shifts. */
  dayTurn: timeOfDay.default("00:00"),
  /** ISO: 1 is Monday. Presets go by it. */
  weekStart: z.coerce.number().int().min(1).max(7).default(1),
  columns: list(line(64), mostColumns).default([...stockColumns]),
  sort: list(Sorted, mostSorts).default([]),
  group: list(line(64), mostGroups).default([]),
  filters: z.array(Filter).max(mostFilters).default([]),
};

const Fields = z.strictObject(reportFields);
type Fields = z.output<typeof Fields>;
type Problem = { path: (string | number)[]; message: string };

/**
 * What a report is asked for, judged by the columns that there are. Everything that is wrong is told with its field: nothing
 * is left out in silence.
 */
export const reportQuery = (catalogue: Catalogue) =>
  Fields.transform(({ from, to, preset, ...query }, context) => {
    const range = readRange({ from, to, preset, ...query });
    const problems = [...columnProblems(query, catalogue), ...range.problems];
    for (const problem of problems) context.addIssue({ code: "custom", ...problem });
    return range.value && problems.length === 0 ? { ...query, range: range.value } : z.NEVER;
  });
export type ReportQuery = z.output<ReturnType<typeof reportQuery>>;

function readRange({
  from,
  to,
  preset,
  zone,
  dayTurn,
}: Omit<Fields, "columns" | "sort" | "group" | "filters">) {
  const bad = (path: string, message: string) => ({ value: null, problems: [{ path: [path], message }] });
  if (preset !== undefined)
    return from === undefined && to === undefined
      ? { value: { preset }, problems: [] }
      : bad("preset", "cannot stand beside from and to");
  if (from === undefined) return bad("from", "is required, with to; or a preset");
  if (to === undefined) return bad("to", "is required with from");
  const [begins, ends] = [parseMoment(from, { zone, dayTurn }), parseMoment(to, { zone, dayTurn })];
  const wanted = "must be a day such as 2026-11-22 or a moment such as 2026-11-22T08:00:00Z";
  if (!ofOurTime(begins)) return bad("from", wanted);
  if (!ofOurTime(ends)) return bad("to", wanted);
  if (begins >= ends) return bad("to", "must be after from");
  if (ends > yearsAfter(begins, zone)) return bad("to", `must be at most ${longestYears} years after from`);
  return { value: { from: begins, to: ends }, problems: [] };
}

/** Neither calendars nor Postgres take every year that can be written. */
export const ofOurTime = (at: Date | null): at is Date =>
  at !== null && at.getUTCFullYear() >= 1970 && at.getUTCFullYear() < 3000;

const yearsAfter = (at: Date, zone: string) => {
  const shown = Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(zone);
  return new Date(shown.add({ years: longestYears }).epochMilliseconds);
};

function columnProblems(
  { columns, sort, group, filters }: Omit<Fields, "from" | "to" | "preset">,
  catalogue: Catalogue,
) {
  const known = (id: string) => columnNamed(catalogue, id);
  const unknown = (path: (string | number)[], id: string): Problem[] =>
    known(id) ? [] : [{ path, message: `there is no column ${id}` }];
  const twice = (field: string, ids: readonly string[]): Problem[] =>
    ids.flatMap((id, at) =>
      ids.indexOf(id) === at ? [] : [{ path: [field, at], message: `${id} is there twice` }],
    );
  return [
    ...(columns.length > 0 ? [] : [{ path: ["columns"], message: "must have at least one column" }]),
    ...columns.flatMap((id, at) => unknown(["columns", at], id)),
    ...twice("columns", columns),
    ...sort.flatMap(({ column }, at) => unknown(["sort", at], column)),
    ...twice(
      "sort",
      sort.map(({ column }) => column),
    ),
    ...group.flatMap((id, at) =>
      known(id)?.groups ? [] : [{ path: ["group", at], message: `rows cannot be grouped by ${id}` }],
    ),
    ...twice("group", group),
    ...twice(
      "filters",
      filters.map(({ column }) => column),
    ),
    ...filters.flatMap((filter, at) => {
      const column = known(filter.column);
      if (!column) return unknown(["filters", at, "column"], filter.column);
      return problemsOf(filter, column).map(({ path, message }) => ({
        path: ["filters", at, ...path],
        message,
      }));
    }),
  ];
}
