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
import type { ExportFormat, ExportTexts } from "./sheet";
import { expressionOf, reportFrom, reportWhere, type Statement } from "./statement";
import { amongRange } from "./stays";
import { xlsxValue } from "./xlsx-cells";

type Labels = ExportTexts["values"];

/** All rows of a report in their order: of a CSV file as one text that is ready to be sent, of a sheet as what stands in its cells. */
export async function exportStatement(
  statement: Statement,
  labels: Labels,
  format: ExportFormat,
): Promise<Prisma.Sql> {
  const { query } = statement;
  const columns = exportedColumns(statement);
  const sort = sortedByGroup(query);
  const read = [...query.columns, ...filtered(query), ...sort.map(({ column }) => column)];
  const words = query.columns.includes("device")
    ? { ...labels, device: await goneDevices(statement) }
    : labels;
  const values = columns.map(
    (column, at) => Prisma.sql`${shownValue(column, statement, words[column.id])} as ${Prisma.raw(`c${at}`)}`,
  );
  const rows = Prisma.sql`select ${Prisma.join(values)} from ${await reportFrom(statement, read)}
    where ${reportWhere(statement)} order by ${orderBy(termsOf({ ...query, sort }))}`;
  const named = (at: number) => Prisma.raw(`q.c${at}`);
  if (format === "xlsx") {
    const cells = columns.map(({ type }, at) => xlsxValue(type, named(at)));
    return Prisma.sql`select ${Prisma.join(cells)} from (${rows}) q`;
  }
  const cells = columns.map(({ type }, at) => csvCell(type, named(at)));
  return Prisma.sql`select ${csvLine(cells)} from (${rows}) q`;
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
