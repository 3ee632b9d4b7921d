import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Client } from "pg";
import { from } from "pg-copy-streams";
import type { Row } from "./rows";

/** Brings rows of one shape into a table, the quickest way. Names of tables and columns are the caller's own, never data. */
export async function copyInto(client: Client, table: string, rows: readonly Row[]): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = Object.keys(first);
  const stream = client.query(from(`copy ${table} (${columns.join(", ")}) from stdin`));
  await pipeline(Readable.from(linesOf(rows, columns)), stream);
}

const rowsAtOnce = 500;

function* linesOf(rows: readonly Row[], columns: readonly string[]) {
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const lines = rows
      .slice(at, at + rowsAtOnce)
      .map((row) => columns.map((column) => field(row[column])).join("\t"));
    yield `${lines.join("\n")}\n`;
  }
}

const special = /[\\\t\n\r]/;
const escapes: Record<string, string> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

/** A value in COPY's text format. */
export function field(value: Row[string] | undefined): string {
  if (value === null || value === undefined) return "\\N";
  const text = Array.isArray(value) ? arrayLiteral(value) : String(value);
  // Asked first: of millions of values hardly one has any of these.
  if (!special.test(text)) return text;
  return text.replaceAll(/[\\\t\n\r]/g, (letter) => escapes[letter] ?? letter);
}

const arrayLiteral = (values: readonly unknown[]) => `{${values.map(element).join(",")}}`;

function element(value: unknown): string {
  const text = String(value);
  return `"${/["\\]/.test(text) ? text.replaceAll(/["\\]/g, "\\$&") : text}"`;
}
