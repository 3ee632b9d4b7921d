import Papa from "papaparse";

// What a spreadsheet takes for a formula, and what such a text was escaped to: both are escaped, so that both come back.
export const formula = /^'*[=+\-@]/;

/** Rows as a CSV file that a spreadsheet opens without running what somebody wrote into a cell. */
export const formatCsv = (rows: readonly (readonly string[])[]) =>
  Papa.unparse(
    rows.map((row) => [...row]),
    { escapeFormulae: formula, newline: "\r\n" },
  );

/** The same as a spreadsheet opens it as UTF-8. */
export const csvContent = (rows: readonly (readonly string[])[]) => `\ufeff${formatCsv(rows)}\r\n`;

/** A cell of such a file as it was before; spreadsheets keep the mark when they save. */
export const withoutEscape = (cell: string) =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
