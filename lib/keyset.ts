import { z } from "zod";
import { Prisma } from "@/prisma/generated/client";

/** One thing that a list is sorted by. Empty values come last in both directions. */
export type Term = {
  expression: Prisma.Sql;
  /** Its type in Postgres, as a cursor's text is cast back to it; a collation may follow. */
  type: "text" | "int" | "float8" | "timestamptz" | "uuid" | "inet";
  desc: boolean;
  /** It is never empty: an index serves both directions. */
  filled?: boolean;
};

/** Where a page begins: the values of all terms at the last row of the page before. */
export type Position = (string | null)[];

const Position = z.array(z.string().nullable()).min(1).max(32);

export const orderBy = (terms: readonly Term[]): Prisma.Sql =>
  Prisma.join(
    terms.map(
      ({ expression, desc, filled }) =>
        Prisma.sql`${expression} ${Prisma.raw(desc ? "desc" : "asc")}${Prisma.raw(filled ? "" : " nulls last")}`,
    ),
  );

/** The position of each row, to be selected beside it; in one array, so under one collation. */
export const positionOf = (terms: readonly Term[]): Prisma.Sql =>
  Prisma.sql`array[${Prisma.join(terms.map(({ expression }) => Prisma.sql`(${expression})::text collate "C"`))}]`;

/** True for the rows behind a position: equal in the first terms and beyond it in the next, for each of them. */
export function after(terms: readonly Term[], position: Position): Prisma.Sql {
  const steps = terms.flatMap((term, index) => {
    const value = position[index] ?? null;
    // Nothing comes after an empty value.
    if (value === null) return [];
    const { expression, type, desc, filled } = term;
    const equal = terms.slice(0, index).map((before, at) => isAt(before, position[at] ?? null));
    const past = Prisma.sql`${expression} ${Prisma.raw(desc ? "<" : ">")} ${value}::${Prisma.raw(type)}`;
    const beyond = filled ? past : Prisma.sql`(${past} or ${expression} is null)`;
    return [Prisma.sql`(${Prisma.join([...equal, beyond], " and ")})`];
  });
  return steps.length === 0 ? Prisma.sql`false` : Prisma.sql`(${Prisma.join(steps, " or ")})`;
}

/** True for the rows that have a value, or none, in a term. */
export const isAt = ({ expression, type }: Pick<Term, "expression" | "type">, value: string | null) =>
  value === null
    ? Prisma.sql`${expression} is null`
    : Prisma.sql`${expression} = ${value}::${Prisma.raw(type)}`;

/** A position as a cursor carries it: good for the one order of the list that it was made for. */
export function formatCursor(position: Position, order: string): string {
  return Buffer.from(JSON.stringify([order, ...position])).toString("base64url");
}

/** What stands in a cursor for each type: only what Postgres casts back, however a cursor was tampered with. */
const values: Record<Term["type"], z.ZodType<string>> = {
  text: z.string().regex(/^[^\0]*$/),
  int: z
    .string()
    .regex(/^-?\d{1,10}$/)
    .refine((text) => Math.abs(Number(text)) < 2 ** 31),
  // As Postgres writes it: exact, both ways.
  float8: z.string().regex(/^-?\d{1,17}(\.\d{1,20})?(e[+-]\d{1,2})?$/),
  uuid: z.guid(),
  inet: z.union([z.cidrv4(), z.cidrv6()]),
  // As Postgres writes it: `2026-03-29 01:30:00.25+01`.
  timestamptz: z
    .string()
    .regex(/^[1-9]\d{3}-\d\d-\d\d \d\d:\d\d:\d\d(\.\d{1,6})?[+-](0\d|1[0-4])(:\d\d)?$/)
    .refine((text) => {
      const iso = text.replace(" ", "T").replace(/[+-]\d\d$/, "$&:00");
      return z.iso.datetime({ offset: true }).safeParse(iso).success;
    }),
};

/** False for a text that Postgres would not take for a value of a type. */
export const isValue = (type: Term["type"], value: string | null) =>
  value === null || values[type].safeParse(value).success;

/** Null for anything that is no cursor of this order. */
export function parseCursor(text: string, order: string, terms: readonly Term[]): Position | null {
  try {
    const [of, ...position] = Position.parse(JSON.parse(Buffer.from(text, "base64url").toString()));
    const fits = position.length === terms.length;
    return of === order && fits && terms.every(({ type }, at) => isValue(type, position[at] ?? null))
      ? position
      : null;
  } catch {
    return null;
  }
}
