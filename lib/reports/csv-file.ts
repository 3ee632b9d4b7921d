import { formatCsv } from "@/lib/csv";
import { csvFigure } from "./csv-cells";
import type { Lines } from "./lines";
import type { Piece, Sheet } from "./sheet";

/** An export as a CSV file (RFC 4180) that a spreadsheet opens as UTF-8. What it is of, and its totals, come before its head. */
export async function* csvFile(lines: Lines, sheet: Sheet): AsyncGenerator<Piece> {
  const head = sheet.columns.map(({ head }) => head);
  yield { bytes: Buffer.from(`\ufeff${csvText([...before(sheet), head])}`), rows: 0 };
  let rows = 0;
  for (;;) {
    const some = await lines.next();
    if (some.length === 0) return;
    rows += some.length;
    yield { bytes: Buffer.from(`${some.map(([line]) => line).join("\r\n")}\r\n`), rows };
  }
}

function before({ texts, columns, facts, totals }: Sheet): string[][] {
  if (!facts) return [];
  const sums = columns.flatMap(({ id, type, head }) => {
    const figure = totals[id] ?? null;
    return figure === null ? [] : [`${texts.totalOf(head)}: ${csvFigure(type, figure)}`];
  });
  // Each line has as many cells as every other.
  const rest = columns.slice(1).map(() => "");
  return [...facts.map(([name, text]) => `${name}: ${text}`), ...sums, ""].map((first) => [first, ...rest]);
}

const csvText = (lines: readonly (readonly string[])[]) => `${formatCsv(lines)}\r\n`;
