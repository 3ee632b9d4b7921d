import { type Actor, authorize } from "@/lib/auth/actor";
import { fail, ok } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";
import { late } from "./expressions";
import { frameOf } from "./frame";
import { type GroupPath, withinPath } from "./path";
import { readCatalogue } from "./queries";
import type { Counts, ReportTotals } from "./row";
import { filtered } from "./rows";
import { readUnder, workedOut } from "./run";
import type { ReportQuery } from "./schema";
import { expressionOf, reportFrom, reportWhere, settingsFor } from "./statement";

/** `asOf`: the moment of the page that they belong to. */
type Asked = { query: ReportQuery; asOf?: Date | undefined; within?: GroupPath | undefined };

const none = { rows: 0, open: 0, lastSeen: 0, late: 0 };

/** How many rows there are, and what they come to. */
export async function reportTotals(actor: Actor, { query, asOf: given, within = [] }: Asked) {
  authorize(actor, "reports:read");
  const path = withinPath(query, within);
  if (path === null) return fail("invalid-request");
  return workedOut(async () => {
    const frame = await frameOf(query, given);
    const statement = { actor, query, frame, catalogue: await readCatalogue() };
    const summed = summedColumns(query);
    const read = [...summed, ...filtered(query), ...within.map(({ column }) => column)];
    const [row = none] = await readUnder<Counts & Record<string, unknown>>(
      settingsFor(query, read),
      Prisma.sql`
      select ${sumsOf(summed)} from ${await reportFrom(statement, read)} where ${reportWhere(statement)} and ${path}`,
    );
    const { asOf, from, to, replicaAgeMs } = frame;
    const totals: ReportTotals = {
      asOf,
      from,
      to,
      replicaAgeMs,
      ...countsOf(row),
      values: valuesOf(row, summed),
    };
    return ok(totals);
  });
}

export const summedColumns = ({ columns }: ReportQuery) => columns.filter((id) => expressionOf(id).sum);

/** Counts and sums, to be selected. A share is that of the sums: a long row weighs more than a short one. */
export function sumsOf(columns: readonly string[]): Prisma.Sql {
  const sums = columns.flatMap((id) => {
    const { sum } = expressionOf(id);
    if (!sum) return [];
    const total = Prisma.sql`coalesce(sum(${sum.of}), 0)::float8`;
    const value = sum.by ? Prisma.sql`${total} / nullif(sum(${sum.by}), 0)::float8` : total;
    return [Prisma.sql`${value} as ${Prisma.raw(`"=${id}"`)}`];
  });
  const counts = Prisma.sql`count(*)::int as rows, count(*) filter (where not x.closed)::int as open,
    count(*) filter (where x.closed and s.certainty = 'last_seen')::int as "lastSeen",
    count(*) filter (where ${late})::int as late`;
  return Prisma.join([counts, ...sums]);
}

export const countsOf = ({ rows, open, lastSeen, late }: Counts): Counts => ({ rows, open, lastSeen, late });

export const valuesOf = (row: Record<string, unknown>, columns: readonly string[]) =>
  Object.fromEntries(
    columns.map((id) => {
      const value = row[`=${id}`];
      return [id, typeof value === "number" ? value : null];
    }),
  );
