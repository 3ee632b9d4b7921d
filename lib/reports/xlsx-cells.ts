import { Prisma } from "@/prisma/generated/client";
import type { ColumnType } from "./catalogue";
import type { Line } from "./lines";

// Cells of a sheet: Postgres has what stands in them, this process writes them: see docs/decisions/exports.md.

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
const special = new RegExp(`[${unwritable}<>&"]`);

const escapes = [
  ["&", "&amp;"],
  ["<", "&lt;"],
  [">", "&gt;"],
  ['"', "&quot;"],
] as const;

/** A text as it stands in an element or an attribute. */
export function escaped(text: string): string {
  // Most have nothing of it.
  if (!special.test(text)) return text;
  return escapes.reduce((all, [from, to]) => all.replaceAll(from, to), text.replaceAll(unwritables, ""));
}

// Days since the end of 1899, as spreadsheets count; the day of 1970 is the 25,569th.
const dayMs = 86_400_000;

/** What stands in the cell of a value, moments by the reader's clock. */
export function xlsxValue(type: ColumnType, value: Prisma.Sql): Prisma.Sql {
  switch (type) {
    case "moment":
      return Prisma.sql`date_part('epoch', ${value}) / 86400 + 25569`;
    case "date":
      return Prisma.sql`${value} - date '1899-12-30'`;
    case "duration":
      return Prisma.sql`${value} / ${dayMs}`;
    default:
      return value;
  }
}

const styleOf: Partial<Record<ColumnType, number>> = {
  moment: styles.moment,
  date: styles.date,
  duration: styles.duration,
  percent: styles.percent,
  count: styles.plain,
};
const boldOf: typeof styleOf = { duration: styles.boldDuration, percent: styles.boldPercent };
const textBegins = '" t="inlineStr"><is><t xml:space="preserve">';
const textEnds = "</t></is></c>";

/** Writes the rows of columns with such values; what is null has no cell. */
export function rowWriter(types: readonly ColumnType[]) {
  const cells = types.map((type, at) => {
    const style = styleOf[type];
    return {
      address: `<c r="${columnName(at)}`,
      begins: style === undefined ? textBegins : `" s="${style}"><v>`,
      ends: style === undefined ? textEnds : "</v></c>",
      isText: style === undefined,
    };
  });
  return (row: number, line: Line): string => {
    let xml = `<row r="${row}">`;
    for (const [at, { address, begins, ends, isText }] of cells.entries()) {
      const value = line[at] ?? null;
      if (value !== null) xml += address + row + begins + (isText ? escaped(value) : value) + ends;
    }
    return `${xml}</row>`;
  };
}

export type Cell = (({ text: string } | { figure: number; type: ColumnType }) & { bold?: boolean }) | null;

/** A value of a column as such a cell has it. */
export function cellOf(type: ColumnType, value: string | number | null): Cell {
  if (value === null) return null;
  if (typeof value === "number") return { figure: value, type };
  const isDay = type === "date" && /^\d/.test(value);
  return isDay ? { figure: Date.parse(value) / dayMs + 25569, type } : { text: value };
}

/** A row that is written here: heads, totals, what a report is of. */
export function rowXml(row: number, cells: readonly Cell[]): string {
  const all = cells.map((cell, at) => {
    const begins = `<c r="${columnName(at)}${row}"`;
    if (!cell) return "";
    if ("text" in cell)
      return `${begins} s="${cell.bold ? styles.bold : styles.plain}${textBegins}${escaped(cell.text)}${textEnds}`;
    const { figure, type, bold } = cell;
    const style = (bold ? boldOf[type] : styleOf[type]) ?? (bold ? styles.bold : styles.plain);
    return `${begins} s="${style}"><v>${type === "duration" ? figure / dayMs : figure}</v></c>`;
  });
  return `<row r="${row}">${all.join("")}</row>`;
}
