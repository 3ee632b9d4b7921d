import { type Actor, authorize } from "@/lib/auth/actor";
import { reportDb } from "@/lib/db";
import { after, formatCursor, orderBy, parseCursor, positionOf, type Term } from "@/lib/keyset";
import { fail, ok } from "@/lib/result";
import { deviceName } from "@/lib/sessions/device-names";
import { Prisma } from "@/prisma/generated/client";
import { frameOf } from "./frame";
import { asOfTerm, asOfText, orderOf, termsOf } from "./order";
import { type GroupPath, withinPath } from "./path";
import { readCatalogue } from "./queries";
import type { ReportPage, ReportRow, Value } from "./row";
import { readUnder, workedOut } from "./run";
import type { ReportQuery } from "./schema";
import { expressionOf, reportFrom, reportWhere, type Statement, settingsFor } from "./statement";

export const mostRows = 1000;

/** `within`: only the rows of one group; `asOf`: the moment of a first page that is not to be the present one. */
type Asked = {
  query: ReportQuery;
  limit: number;
  cursor?: string | undefined;
  asOf?: Date | undefined;
  within?: GroupPath | undefined;
};

/** A page of the report's rows. The first one fixes the moment that all of them, their count and their totals are of. */
export async function reportRows(actor: Actor, { query, limit, cursor, asOf: given, within = [] }: Asked) {
  authorize(actor, "reports:read");
  const terms = termsOf(query);
  const order = orderOf(query, within);
  const parsed = cursor === undefined ? undefined : parseCursor(cursor, order, [asOfTerm, ...terms]);
  const path = withinPath(query, within);
  if (parsed === null || path === null) return fail("invalid-request");
  const [asOfBefore, ...position] = parsed ?? [];

  return workedOut(async () => {
    const frame = await frameOf(query, asOfBefore ? new Date(asOfBefore) : given);
    const statement = { actor, query, frame, catalogue: await readCatalogue() };
    const read = [
      ...query.sort.map(({ column }) => column),
      ...filtered(query),
      ...within.map(({ column }) => column),
    ];
    const found = namedKeys(terms);
    // A session in one piece needs no number for it, which would have to be worked out for all of them.
    const day = query.days === "split" ? Prisma.sql`p.day` : Prisma.sql`1`;
    const keys = await readUnder<Key>(
      hasIndex(query) ? {} : settingsFor(query, read),
      Prisma.sql`
      select id, day, ${positionOf(found.terms)} as position from (
        select s.id, ${day} as day, ${found.keys} from ${await reportFrom(statement, read)}
        where ${reportWhere(statement)} and ${path} and ${parsed ? after(terms, position) : Prisma.sql`true`}
        order by ${orderBy(terms)} limit ${limit + 1}
      ) found order by ${orderBy(found.terms)}`,
    );
    const page = keys.slice(0, limit);
    const last = page.at(-1);
    const { asOf, from, to, replicaAgeMs } = frame;
    const result: ReportPage = {
      asOf,
      from,
      to,
      replicaAgeMs,
      rows: await rowsOf(statement, page),
      next: keys.length > limit && last ? formatCursor([asOfText(asOf), ...last.position], order) : null,
    };
    return ok(result);
  });
}

/** An index has what is never empty; else all rows are read for the first ones. */
const hasIndex = ({ sort: [first] }: ReportQuery) =>
  first === undefined || expressionOf(first.column).filled === true;

/** What rows are sorted by, to be selected, and the same terms over it: positions are written of those on the page only. */
function namedKeys(terms: readonly Term[]) {
  const name = (at: number) => Prisma.raw(`key${at}`);
  return {
    keys: Prisma.join(terms.map(({ expression }, at) => Prisma.sql`${expression} as ${name(at)}`)),
    terms: terms.map((term, at) => ({ ...term, expression: Prisma.sql`${name(at)}` })),
  };
}

export const filtered = ({ filters }: ReportQuery) => filters.map(({ column }) => column);

type Key = { id: string; day: number; position: (string | null)[] };

type Read = {
  id: string;
  day: number;
  username: string;
  date: string;
  begins: Date;
  ends: Date;
  cutBefore: boolean;
  cutAfter: boolean;
  closed: boolean;
  lost: boolean;
} & Record<string, unknown>;

/** The rows of these keys, in their order, with the values of all columns: what is dear to read is read of few. */
async function rowsOf(statement: Statement, keys: readonly Key[]): Promise<ReportRow[]> {
  const { columns } = statement.query;
  const ids = [...new Set(keys.map(({ id }) => id))];
  const values = columns.map((id) => Prisma.sql`${shownOf(id)} as ${Prisma.raw(`"=${id}"`)}`);
  const isSplit = statement.query.days === "split";
  const read = await reportDb.$queryRaw<Read[]>`
    select s.id, ${isSplit ? Prisma.sql`p.day` : Prisma.sql`1`} as day, u.username, c.date::text as date, p.begins, p.ends, c.cut_before as "cutBefore",
      c.cut_after as "cutAfter", x.closed,
      x.closed and s.certainty = 'last_seen' as lost, ${Prisma.join(values)}
    from ${await reportFrom(statement, [...columns, "username"], Prisma.sql`(select * from session where id = any(${ids}::uuid[]))`)}`;
  const byKey = new Map(read.map((row) => [`${row.id} ${row.day}`, row]));
  return keys.flatMap(({ id, day }) => {
    const row = byKey.get(`${id} ${day}`);
    return row ? [toRow(row, columns)] : [];
  });
}

/** As it leaves Postgres: days are texts, so that nothing takes them for moments. */
const shownOf = (id: string) => {
  const { value, type } = expressionOf(id);
  return type === "date" || type === "uuid" ? Prisma.sql`(${value})::text` : value;
};

const toRow = (row: Read, columns: readonly string[]): ReportRow => ({
  sessionId: row.id,
  username: row.username,
  date: row.date,
  from: row.begins.toISOString(),
  to: row.ends.toISOString(),
  cutBefore: row.cutBefore,
  cutAfter: row.cutAfter,
  open: !row.closed,
  lost: row.lost,
  values: Object.fromEntries(columns.map((id) => [id, toValue(id, row[`=${id}`])])),
});

/** What Postgres gave for a column. A model whose last installation is gone still has its name. */
export function toValue(column: string, read: unknown): Value {
  if (read instanceof Date) return read.toISOString();
  if (typeof read === "string") return column === "device" ? deviceName(read) : read;
  return typeof read === "number" || typeof read === "boolean" ? read : null;
}
