import { Prisma } from "@/prisma/generated/client";
import type { Expression } from "./expressions";
import type { Filter } from "./filters";

/** True for the rows that a filter lets through. */
export function conditionOf({ anyOf, contains, from, to }: Filter, { value, type }: Expression): Prisma.Sql {
  const postgres = Prisma.raw(type);
  const conditions = [
    ...(anyOf ? [among(anyOf, value)] : []),
    ...(contains === undefined
      ? []
      : [Prisma.sql`strpos(search_text((${value})::text), (select search_text(${contains}))) > 0`]),
    ...(from === undefined ? [] : [Prisma.sql`${value} >= ${String(from)}::${postgres}`]),
    ...(to === undefined
      ? []
      : [Prisma.sql`${value} ${Prisma.raw(type === "timestamptz" ? "<" : "<=")} ${String(to)}::${postgres}`]),
  ];
  return Prisma.sql`(${Prisma.join(conditions, " and ")})`;
}

/** Compared as texts: days and flags, too, are written in one way only. */
function among(values: readonly (string | boolean | null)[], value: Prisma.Sql) {
  const texts = values.filter((one) => one !== null).map(String);
  const one = Prisma.sql`(${value})::text = any(${texts})`;
  return values.includes(null) ? Prisma.sql`(${one} or ${value} is null)` : one;
}
