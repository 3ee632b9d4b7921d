import Papa from "papaparse";
import { withoutEscape } from "@/lib/csv";

/** One row of the file: where it begins, what is in it, and what is wrong with it before anybody looks at the cells. */
export type Line = { number: number; cells: readonly string[]; fault: LineFault | null };
export type LineFault = "open-quote" | "stray-quote" | "extra-cells";

export type Sheet = { header: readonly string[]; delimiter: Delimiter; lines: readonly Line[] };

const delimiters = [",", ";", "\t"] as const;
type Delimiter = (typeof delimiters)[number];

const mostLines = 50_000;

/** The rows of a CSV file, numbered as an editor numbers its lines: a quoted cell may span several. Blank rows are left out. */
export function parseSheet(text: string): Sheet | "empty-file" | "too-many-lines" {
  const { body, delimiter: told, before } = withoutPreamble(text.replaceAll(/\r\n?/g, "\n"));
  const delimiter = told ?? guessDelimiter(body);
  const rows: { number: number; cells: string[]; fault: LineFault | null }[] = [];
  let number = before + 1;
  let at = 0;
  Papa.parse<string[]>(body, {
    delimiter,
    newline: "\n",
    step({ data, errors, meta }, parser) {
      const cells = data.map(plain);
      if (cells.some((cell) => cell !== "")) rows.push({ number, cells, fault: faultOf(errors) });
      number += countBreaks(body, at, meta.cursor);
      at = meta.cursor;
      if (rows.length > mostLines + 1) parser.abort();
    },
  });
  const [head, ...lines] = rows;
  if (!head || lines.length === 0) return "empty-file";
  if (lines.length > mostLines) return "too-many-lines";
  const header = head.cells.slice(0, head.cells.findLastIndex((cell) => cell !== "") + 1);
  return { header, delimiter, lines: lines.map((line) => fitted(line, header.length)) };
}

/** Excel may say its delimiter in a line of its own. */
function withoutPreamble(text: string) {
  const [line, told] = /^sep=([,;\t])\n/i.exec(text) ?? [];
  const delimiter = delimiters.find((known) => known === told);
  return line === undefined
    ? { body: text, delimiter, before: 0 }
    : { body: text.slice(line.length), delimiter, before: 1 };
}

/** The sign that the header row uses most, outside of quotes. */
function guessDelimiter(text: string): Delimiter {
  const head = /^(?:"[^"]*"|[^"\n])*/.exec(text.trimStart())?.[0].replaceAll(/"[^"]*"/g, "") ?? "";
  const uses = (delimiter: Delimiter) => head.split(delimiter).length;
  return delimiters.reduce((best, delimiter) => (uses(delimiter) > uses(best) ? delimiter : best));
}

/** Excel keeps leading zeros by a formula, ="00123". */
const plain = (cell: string) =>
  withoutEscape(
    cell
      .trim()
      .replace(/^="(.*)"$/s, "$1")
      .trim(),
  );

function faultOf(errors: readonly Papa.ParseError[]): LineFault | null {
  // A stray quote opens a cell anew: that it never closes is what comes of it.
  if (errors.some(({ code }) => code === "InvalidQuotes")) return "stray-quote";
  return errors.some(({ code }) => code === "MissingQuotes") ? "open-quote" : null;
}

function countBreaks(text: string, from: number, to: number) {
  let count = 0;
  for (let at = text.indexOf("\n", from); at !== -1 && at < to; at = text.indexOf("\n", at + 1)) count++;
  return count;
}

function fitted(line: Line, width: number): Line {
  const extra = line.cells.slice(width).some((cell) => cell !== "");
  return { ...line, fault: line.fault ?? (extra ? "extra-cells" : null) };
}

/** Text of a file as spreadsheets write it: UTF-8 with or without a mark, UTF-16 with one, else Windows-1252. Null for no text. */
export function decodeText(bytes: Uint8Array): string | null {
  if (workbooks.some((start) => start.every((byte, index) => bytes[index] === byte))) return null;
  const text = textOf(bytes);
  return text.includes("\0") ? null : text;
}

/** How workbooks begin: .xlsx is a zip, .xls an OLE file. */
const workbooks = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
];

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
