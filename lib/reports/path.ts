import { z } from "zod";
import { line } from "@/lib/text";
import { Prisma } from "@/prisma/generated/client";
import { mostGroups, type ReportQuery } from "./schema";
import { expressionOf } from "./statement";

/** One group of a report, from the outermost in: what each of its columns is. */
export const GroupPath = z
  .array(
    z.strictObject({
      column: line(64),
      key: z
        .string()
        .max(1024)
        .regex(/^[^\0]*$/)
        .nullable(),
    }),
  )
  .max(mostGroups);
export type GroupPath = z.output<typeof GroupPath>;

/** What tells the groups of a column apart, as a text. */
export function keyOf(column: string): Prisma.Sql {
  const { key, value } = expressionOf(column);
  return key ?? Prisma.sql`(${value})::text`;
}

/** True for the rows of a group; null where the report has no such group. */
export function withinPath({ group }: ReportQuery, path: GroupPath): Prisma.Sql | null {
  if (!path.every(({ column }, at) => group[at] === column)) return null;
  const conditions = path.map(({ column, key }) =>
    key === null ? Prisma.sql`${keyOf(column)} is null` : Prisma.sql`${keyOf(column)} = ${key}`,
  );
  return Prisma.join([Prisma.sql`true`, ...conditions], " and ");
}
