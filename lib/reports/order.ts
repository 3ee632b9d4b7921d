import type { Term } from "@/lib/keyset";
import { Prisma } from "@/prisma/generated/client";
import type { ReportQuery } from "./schema";
import { expressionOf } from "./statement";

/** What the rows of a report are sorted by; what is equal in all of it goes by session, and where it has several pieces by day. */
export function termsOf({ sort, days }: Pick<ReportQuery, "sort" | "days">): Term[] {
  const wanted = sort.length > 0 ? sort : [{ column: "login", desc: false }];
  return [
    ...wanted.map(({ column, desc }): Term => ({ ...sortedBy(column), desc })),
    { expression: Prisma.sql`s.id`, type: "uuid", desc: false },
    ...(days === "split" ? [{ expression: Prisma.sql`p.day`, type: "int", desc: false } as const] : []),
  ];
}

function sortedBy(column: string): Omit<Term, "desc"> {
  const { value, type, order, filled = false } = expressionOf(column);
  if (order) return { ...order, filled };
  switch (type) {
    case "text":
      return { expression: Prisma.sql`(${value}) collate "natural"`, type, filled };
    case "bool":
      return { expression: Prisma.sql`(${value})::int`, type: "int" };
    case "date":
      return { expression: Prisma.sql`p.day`, type: "int" };
    default:
      return { expression: value, type, filled };
  }
}

/** The moment of a report as its cursors carry it, before all else. */
export const asOfTerm: Term = { expression: Prisma.empty, type: "timestamptz", desc: false };

/** As Postgres would write it. */
export const asOfText = (asOf: Date) => asOf.toISOString().replace("T", " ").replace("Z", "+00");

/** A cursor is good for the same rows in the same order only. */
export const orderOf = (
  { sort, group, edges, days, zone, dayTurn, range }: ReportQuery,
  ...more: unknown[]
) => JSON.stringify([sort, group, edges, days, zone, dayTurn, range, ...more]);
