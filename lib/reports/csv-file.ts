import { formatCsv } from "@/lib/csv";
import { csvFigure } from "./csv-cells";
import type { Lines } from "./lines";
import type { GroupTable, Piece, Sheet } from "./sheet";

/** An export as a CSV file (RFC 4180) that a spreadsheet opens as UTF-8. What it says beside its rows comes before its head. */
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

function before({ texts, columns, beside }: Sheet): string[][] {
  if (!beside) return [];
  const { facts, groups, totals } = beside;
  const sums = columns.flatMap(({ id, type, head }) => {
    const figure = totals[id] ?? null;
    return figure === null ? [] : [`${texts.totalOf(head)}: ${csvFigure(type, figure)}`];
  });
  // Each line has as many cells as every other.
  const rest = columns.slice(1).map(() => "");
  const lines = [...facts.map(([name, text]) => `${name}: ${text}`), ...sums];
  if (groups) lines.push(...groupLines(groups).map((line) => `${texts.group}: ${line}`));
  return [...lines, ""].map((first) => [first, ...rest]);
}

const groupLines = ({ columns, lines }: GroupTable): string[] =>
  lines.map((line) =>
    columns
      .flatMap(({ head, type }, at) => {
        const value = line[at] ?? null;
        if (value === null) return [];
        return `${head}: ${typeof value === "number" ? csvFigure(type, value) : value}`;
      })
      .join("; "),
  );

const csvText = (lines: readonly (readonly string[])[]) => `${formatCsv(lines)}\r\n`;
