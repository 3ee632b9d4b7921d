import { later } from "@/lib/clock";
import { reportDb } from "@/lib/db";
import { orderBy } from "@/lib/keyset";
import { deviceName } from "@/lib/sessions/device-names";
import { Prisma } from "@/prisma/generated/client";
import { type Column, columnNamed } from "./catalogue";
import { shiftsOf, shownBy } from "./clock";
import { csvCell, csvLine } from "./csv-cells";
import { termsOf } from "./order";
import { filtered } from "./rows";
import type { ReportQuery } from "./schema";
import type { ExportTexts } from "./sheet";
import { expressionOf, reportFrom, reportWhere, type Statement } from "./statement";
import { amongRange } from "./stays";
import { xlsxCell, xlsxRow } from "./xlsx-cells";

/** The lines of a CSV file, or the rows of sheets that take so many each. */
export type LineFormat = { format: "csv" } | { format: "xlsx"; rowsOnSheet: number };

type Labels = ExportTexts["values"];

/** All rows of a report in their order, each as a line of text that is ready to be sent. */
export async function exportStatement(
  statement: Statement,
  labels: Labels,
  format: LineFormat,
): Promise<Prisma.Sql> {
  const { query } = statement;
  const columns = exportedColumns(statement);
  const sort = sortedByGroup(query);
  const read = [...query.columns, ...filtered(query), ...sort.map(({ column }) => column)];
  const named = query.columns.includes("device")
    ? { ...labels, device: await goneDevices(statement) }
    : labels;
  const values = columns.map(
    (column, at) => Prisma.sql`${shownValue(column, statement, named[column.id])} as ${Prisma.raw(`c${at}`)}`,
  );
  const rows = Prisma.sql`select ${Prisma.join(values)} from ${await reportFrom(statement, read)}
    where ${reportWhere(statement)} order by ${orderBy(termsOf({ ...query, sort }))}`;
  const cell = ({ type }: Column, at: number) => {
    const value = Prisma.raw(`q.c${at}`);
    return format.format === "csv" ? csvCell(type, value) : xlsxCell(type, value, at);
  };
  const cells = columns.map(cell);
  return format.format === "csv"
    ? Prisma.sql`select ${csvLine(cells)} as line from (${rows}) q`
    : Prisma.sql`select ${xlsxRow(cells)} as line from (
        select ((row_number() over () - 1) % ${format.rowsOnSheet}::bigint + 2)::text as row, r.* from (${rows}) r
      ) q`;
}

export const exportedColumns = ({ query, catalogue }: Pick<Statement, "query" | "catalogue">): Column[] =>
  query.columns.flatMap((id) => columnNamed(catalogue, id) ?? []);

/** What is grouped on screen stands together in a file. */
function sortedByGroup({ sort, group }: ReportQuery): ReportQuery["sort"] {
  const of = (column: string) => sort.find((term) => term.column === column) ?? { column, desc: false };
  const rest = sort.filter(({ column }) => !group.includes(column));
  return group.length === 0 ? sort : [...group.map(of), ...(rest.length > 0 ? rest : [of("login")])];
}

/** Moments by the reader's clock, closed lists by their words. */
function shownValue(
  { id, type }: Column,
  { query, frame }: Statement,
  labels: Labels[string] = {},
): Prisma.Sql {
  const { value } = expressionOf(id);
  if (type === "moment") {
    const [first = frame.from] = frame.dayStarts;
    const last = frame.dayStarts.at(-1) ?? frame.to;
    return shownBy(shiftsOf(query.zone, first, later(last, frame.asOf)), value);
  }
  if (type !== "text" && type !== "enum" && type !== "flag") return value;
  const words = Object.entries(labels).map(([key, label]) => Prisma.sql`when ${key} then ${label}`);
  const text = Prisma.sql`(${value})::text`;
  return words.length === 0 ? text : Prisma.sql`case ${text} ${Prisma.join(words, " ")} else ${text} end`;
}

/** Names of the models that are in sessions of the range and no longer on any installation: others are named by the report itself. */
async function goneDevices({ frame }: Statement): Promise<Record<string, string>> {
  const rows = await reportDb.$queryRaw<{ device: string }[]>`
    select distinct s.device from ${amongRange(frame)} s where s.device is not null
      and not exists (select from installation i where i.device = s.device)`;
  return Object.fromEntries(rows.map(({ device }) => [device, deviceName(device)]));
}
