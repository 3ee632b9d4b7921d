import { z } from "zod";
import { line } from "@/lib/text";
import type { Column, ColumnType } from "./catalogue";

/** Null is no value at all. */
const anyOf = z
  .array(z.union([line(256), z.boolean(), z.null()]))
  .min(1)
  .max(500);
const bound = z.union([z.number(), line(64)]);

/**
 * Which rows are meant, by one column: those that have one of some values, contain a text, or lie between two bounds. A moment
 * lies before `to`; anything else may be equal to it.
 */
export const Filter = z.strictObject({
  column: line(64),
  anyOf: anyOf.optional(),
  contains: line(256).optional(),
  from: bound.optional(),
  to: bound.optional(),
});
export type Filter = z.output<typeof Filter>;

type Operator = Exclude<keyof Filter, "column">;

const operators: Record<ColumnType, readonly Operator[]> = {
  text: ["anyOf", "contains"],
  enum: ["anyOf"],
  flag: ["anyOf"],
  moment: ["from", "to"],
  date: ["anyOf", "from", "to"],
  duration: ["from", "to"],
  percent: ["from", "to"],
  count: ["from", "to"],
};

const Bounds = {
  moment: z.iso.datetime({ offset: true, error: "must be a moment such as 2026-11-22T08:00:00Z" }),
  date: z.iso.date("must be a day such as 2026-11-22"),
  duration: z.number("must be a number of milliseconds").min(0),
  percent: z.number("must be a share from 0 to 1").min(0).max(1),
  count: z.int("must be a whole number").min(0),
};

type Problem = { path: (string | number)[]; message: string };

/** What is wrong with a filter of a column; nothing where it fits. */
export function problemsOf(filter: Filter, column: Column): Problem[] {
  const given = (["anyOf", "contains", "from", "to"] as const).filter((key) => filter[key] !== undefined);
  if (given.length === 0) return [{ path: [], message: "must say which rows are meant" }];
  const wrong = given.filter((key) => !operators[column.type].includes(key));
  if (wrong.length > 0)
    return wrong.map((key) => ({
      path: [key],
      message: `${column.id} is filtered by ${operators[column.type].join(" and ")}`,
    }));
  return [...valueProblems(filter, column), ...boundProblems(filter, column)];
}

function valueProblems({ anyOf = [] }: Filter, column: Column): Problem[] {
  const fits = Values[column.type];
  return anyOf.flatMap((value, at) => {
    const known = !column.values || column.values.includes(String(value));
    return value === null || (fits(value) && known)
      ? []
      : { path: ["anyOf", at], message: `${value} is no value of ${column.id}` };
  });
}

const isText = (value: unknown) => typeof value === "string";
const never = () => false;
const Values: Record<ColumnType, (value: string | boolean) => boolean> = {
  text: isText,
  enum: isText,
  flag: (value) => typeof value === "boolean",
  date: (value) => Bounds.date.safeParse(value).success,
  moment: never,
  duration: never,
  percent: never,
  count: never,
};

function boundProblems(filter: Filter, { type }: Column): Problem[] {
  if (type === "text" || type === "enum" || type === "flag") return [];
  const { from, to } = filter;
  const wrong = (["from", "to"] as const).flatMap((key) => {
    const result = filter[key] === undefined ? null : Bounds[type].safeParse(filter[key]);
    return result?.error ? [{ path: [key], message: result.error.issues[0]?.message ?? "" }] : [];
  });
  if (wrong.length > 0 || from === undefined || to === undefined) return wrong;
  return ordered(from) <= ordered(to) ? [] : [{ path: ["to"], message: "must not be before from" }];
}

const ordered = (bound: string | number) => (typeof bound === "number" ? bound : Date.parse(bound));
