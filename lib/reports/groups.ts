import { type Actor, authorize } from "@/lib/auth/actor";
import { after, formatCursor, orderBy, parseCursor, positionOf, type Term } from "@/lib/keyset";
import { fail, ok } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";
import { frameOf } from "./frame";
import { asOfTerm, asOfText, orderOf } from "./order";
import { type GroupPath, keyOf, withinPath } from "./path";
import { readCatalogue } from "./queries";
import type { Counts, GroupPage, ReportGroup } from "./row";
import { filtered, toValue } from "./rows";
import { byProcesses, readUnder, workedOut } from "./run";
import type { ReportQuery } from "./schema";
import { expressionOf, reportFrom, reportWhere, settingsFor } from "./statement";
import { countsOf, summedColumns, sumsOf, valuesOf } from "./totals";

export const mostGroupsAtOnce = 1000;

/** `within`: the groups of one group; `levels`: how many levels of them, all that there are unless it says so. */
type Asked = {
  query: ReportQuery;
  limit: number;
  cursor?: string | undefined;
  within?: GroupPath | undefined;
  levels?: number | undefined;
  asOf?: Date | undefined;
};

/** A page of the report's groups with their sums, each before the groups within it. */
export async function reportGroups(
  actor: Actor,
  { query, limit, cursor, within = [], levels, asOf: given }: Asked,
) {
  authorize(actor, "reports:read");
  const by = query.group.slice(0, within.length + (levels ?? query.group.length));
  const path = withinPath(query, within);
  if (path === null || by.length <= within.length) return fail("invalid-request");
  const terms = termsOf(query, by, within.length);
  const order = orderOf(query, within, by);
  const parsed = cursor === undefined ? undefined : parseCursor(cursor, order, [asOfTerm, ...terms]);
  if (parsed === null) return fail("invalid-request");
  const [asOfBefore, ...position] = parsed ?? [];

  return workedOut(async () => {
    const frame = await frameOf(query, asOfBefore ? new Date(asOfBefore) : given);
    const statement = { actor, query, frame, catalogue: await readCatalogue() };
    const summed = summedColumns(query);
    const read = [...by, ...summed, ...filtered(query)];
    const rows = await readUnder<Row>(
      { ...settingsFor(query, read), ...byProcesses },
      Prisma.sql`
      select *, ${positionOf(terms)} as position from (
        select ${Prisma.join(by.flatMap(keysOf))}, ${depthOf(by)} as depth, ${sumsOf(summed)}
        from ${await reportFrom(statement, read)} where ${reportWhere(statement)} and ${path}
        group by grouping sets (${Prisma.join(setsOf(by, within.length))})
      ) g where ${parsed ? after(terms, position) : Prisma.sql`true`}
      order by ${orderBy(terms)} limit ${limit + 1}`,
    );
    const last = rows.slice(0, limit).at(-1);
    const { asOf, from, to, replicaAgeMs } = frame;
    const page: GroupPage = {
      asOf,
      from,
      to,
      replicaAgeMs,
      groups: rows.slice(0, limit).map((row) => toGroup(row, by, summed)),
      next: rows.length > limit && last ? formatCursor([asOfText(asOf), ...last.position], order) : null,
    };
    return ok(page);
  });
}

type Row = Counts & { depth: number; position: (string | null)[] } & Record<string, unknown>;

const named = (prefix: string, at: number) => Prisma.raw(`${prefix}${at}`);

const keysOf = (column: string, at: number) => {
  const { value, type } = expressionOf(column);
  const label = type === "date" ? Prisma.sql`(${value})::text` : value;
  return [Prisma.sql`${label} as ${named("label", at)}`, Prisma.sql`${keyOf(column)} as ${named("key", at)}`];
};

/** One set for each level: the columns down to it, each by its label and what tells it from others of the same. */
const setsOf = (by: readonly string[], outer: number) =>
  by.slice(outer).map((_, level) => {
    const numbers = by.slice(0, outer + level + 1).flatMap((_, at) => [2 * at + 1, 2 * at + 2]);
    return Prisma.sql`(${Prisma.raw(numbers.join(", "))})`;
  });

/** How many of the columns a group is of. */
const depthOf = (by: readonly string[]) =>
  Prisma.join(
    by.map((column) => Prisma.sql`1 - grouping(${keyOf(column)})`),
    " + ",
  );

/** Groups by what they are called, in the directions of the report's order, each before those within it. */
function termsOf({ sort }: ReportQuery, by: readonly string[], outer: number): Term[] {
  return by.slice(outer).flatMap((column, index): Term[] => {
    const at = outer + index;
    const desc = sort.find((term) => term.column === column)?.desc ?? false;
    const within: Term = { expression: Prisma.sql`(depth > ${at})::int`, type: "int", desc: false };
    return [
      ...(index === 0 ? [] : [within]),
      { expression: Prisma.sql`(${named("label", at)})::text collate "natural"`, type: "text", desc },
      { expression: Prisma.sql`${named("key", at)} collate "C"`, type: "text", desc },
    ];
  });
}

const toGroup = (row: Row, by: readonly string[], summed: readonly string[]): ReportGroup => ({
  path: by.slice(0, row.depth).map((column, at) => {
    const key = row[`key${at}`];
    return { column, key: typeof key === "string" ? key : null, label: toValue(column, row[`label${at}`]) };
  }),
  ...countsOf(row),
  values: valuesOf(row, summed),
});
