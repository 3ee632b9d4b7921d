import { Prisma } from "@/prisma/generated/client";
import type { ColumnType } from "./catalogue";
import { concat } from "./csv-cells";

// Cells of a sheet, written by Postgres: see docs/decisions/exports.md. `q.row` is the number of the row within its sheet.

/** How cells look: see the styles of xlsx-parts.ts. */
export const styles = {
  plain: 0,
  moment: 1,
  date: 2,
  duration: 3,
  percent: 4,
  bold: 5,
  boldDuration: 6,
  boldPercent: 7,
};

/** A, B… Z, AA… */
export function columnName(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${columnName(Math.floor(at / 26) - 1)}${letter}`;
}

// Nothing that XML has no place for, whatever an app sent.
const unwritable = String.fromCharCode(...Array.from({ length: 31 }, (_, at) => at + 1), 0xfffe, 0xffff);
const unwritables = new RegExp(`[${unwritable}]`, "g");

const escapes = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
] as const;

const escapedSql = (value: Prisma.Sql) =>
  escapes.reduce(
    (text, [from, to]) => Prisma.sql`replace(${text}, ${from}, ${to})`,
    Prisma.sql`translate(${value}, ${unwritable}, '')`,
  );

/** The same in this process, of a text that stands in an element or an attribute. */
export const escaped = (text: string) =>
  [...escapes, ['"', "&quot;"] as const].reduce(
    (all, [from, to]) => all.replaceAll(from, to),
    text.replaceAll(unwritables, ""),
  );

// Days since the end of 1899, as spreadsheets count; the day of 1970 is the 25,569th.
const dayMs = 86_400_000;

/** A value as a cell of a sheet, moments by the reader's clock; what is null has none. */
export function xlsxCell(type: ColumnType, value: Prisma.Sql, at: number): Prisma.Sql {
  const number = (of: Prisma.Sql, style: number) => {
    const open = `" s="${style}"><v>`;
    return Prisma.sql`${before(at)} || q.row || ${open} || ${of} || '</v></c>'`;
  };
  switch (type) {
    case "moment":
      return number(Prisma.sql`(date_part('epoch', ${value}) / 86400 + 25569)`, styles.moment);
    case "date":
      return number(Prisma.sql`(${value} - date '1899-12-30')`, styles.date);
    case "duration":
      return number(Prisma.sql`(${value} / ${dayMs})`, styles.duration);
    case "percent":
      return number(value, styles.percent);
    case "count":
      return number(value, styles.plain);
    case "text":
    case "enum":
    case "flag":
      return Prisma.sql`${before(at)} || q.row || ${textBegins} || ${escapedSql(value)} || ${textEnds}`;
  }
}

const before = (at: number) => `<c r="${columnName(at)}`;
const textBegins = '" t="inlineStr"><is><t xml:space="preserve">';
const textEnds = "</t></is></c>";

export const xlsxRow = (cells: readonly Prisma.Sql[]): Prisma.Sql =>
  concat([Prisma.sql`'<row r="' || q.row || '">'`, ...cells, Prisma.sql`'</row>'`], "");

export type Cell = { text: string; bold?: boolean } | { figure: number; type: ColumnType } | null;

/** A row that is written here: heads, totals, what a report is of. */
export function rowXml(row: number, cells: readonly Cell[]): string {
  const all = cells.map((cell, at) => {
    const begins = `<c r="${columnName(at)}${row}"`;
    if (!cell) return "";
    if ("text" in cell)
      return `${begins} s="${cell.bold ? styles.bold : styles.plain}${textBegins}${escaped(cell.text)}${textEnds}`;
    const { figure, type } = cell;
    const style =
      type === "duration" ? styles.boldDuration : type === "percent" ? styles.boldPercent : styles.bold;
    return `${begins} s="${style}"><v>${type === "duration" ? figure / dayMs : figure}</v></c>`;
  });
  return `<row r="${row}">${all.join("")}</row>`;
}
