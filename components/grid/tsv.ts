import type { ColumnSpec } from "./column";

/** Rows as spreadsheets take them from the clipboard: headers, then a line each, in the order of the columns. */
export function toTsv<Row>(columns: readonly ColumnSpec<Row>[], rows: readonly Row[]): string {
  const head = columns.map(({ header }) => header);
  const lines = rows.map((row) => columns.map((column) => textOf(column, row)));
  return [head, ...lines].map((cells) => cells.map(inCell).join("\t")).join("\n");
}

export function textOf<Row>({ text, sortValue }: ColumnSpec<Row>, row: Row): string {
  const value = text ? text(row) : sortValue?.(row);
  return value instanceof Date ? value.toISOString() : String(value ?? "");
}

/** Quoted where it would break the line; never taken for a formula. */
function inCell(text: string) {
  const formula = /^[=+\-@\t\r]/.test(text) && !/^-?\d+([.,]\d+)?$/.test(text);
  const harmless = formula ? `'${text}` : text;
  return /[\t\r\n"]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
