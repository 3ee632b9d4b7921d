import { once } from "node:events";
import { Readable } from "node:stream";
import { ZipFile } from "yazl";
import type { Line, Lines } from "./lines";
import type { Beside, GroupTable, Piece, Sheet } from "./sheet";
import { type Cell, cellOf, rowWriter, rowXml } from "./xlsx-cells";
import { sheetBegins, sheetEnds, sheetPath, workbookParts } from "./xlsx-parts";

/** As many rows as fit on a sheet beside its head and the totals. */
export const rowsOnSheet = 1_048_576 - 2;

// Little smaller with more, and twice as slow.
const compressionLevel = 1;

/** An export as a workbook: its rows on as many sheets as they take, the totals below the last one, and groups and what it is of on sheets of their own. */
export async function* xlsxFile(lines: Lines, sheet: Sheet, most = rowsOnSheet): AsyncGenerator<Piece> {
  const zip = new ZipFile();
  const output = Readable.from(zip.outputStream);
  zip.on("error", (error) => output.destroy(error));
  let rows = 0;
  const reader = readerOf(lines);

  async function* rowsSheet() {
    const types = sheet.columns.map(({ type }) => type);
    const heads = sheet.columns.map(({ head }): Cell => ({ text: head, bold: true }));
    yield sheetBegins(types, true) + rowXml(1, heads);
    const written = rowWriter(types);
    let last = 1;
    for (let left = most; left > 0; ) {
      const some = await reader.next(left);
      if (some.length === 0) break;
      const first = last + 1;
      yield some.map((line, at) => written(first + at, line)).join("");
      left -= some.length;
      last += some.length;
      rows += some.length;
    }
    const isLast = !(await reader.hasMore());
    if (isLast && sheet.beside) yield rowXml(last + 1, totalsCells(sheet, sheet.beside));
    yield sheetEnds(types.length, last);
  }

  async function fill() {
    const names: string[] = [];
    const add = async (name: string, content: AsyncIterable<string>) => {
      const stream = Readable.from(content, { objectMode: false });
      zip.addReadStream(stream, sheetPath(names.length), { compressionLevel });
      names.push(name);
      await once(stream, "end");
    };
    do {
      const number = names.length + 1;
      await add(number === 1 ? sheet.texts.title : `${sheet.texts.title} ${number}`, rowsSheet());
    } while (await reader.hasMore());
    const { groups, facts } = sheet.beside ?? {};
    if (groups) await add(sheet.texts.groups, groupsSheet(groups));
    if (facts) await add(sheet.texts.about, aboutSheet(facts));
    for (const [path, text] of Object.entries(workbookParts(names))) zip.addBuffer(Buffer.from(text), path);
    zip.end();
  }

  const filled = fill();
  filled.catch((error: unknown) => output.destroy(error instanceof Error ? error : new Error(String(error))));
  for await (const bytes of output) yield { bytes, rows };
  await filled;
}

async function* groupsSheet({ columns, lines }: GroupTable) {
  const types = columns.map(({ type }) => type);
  const heads = columns.map(({ head }): Cell => ({ text: head, bold: true }));
  const rows = lines.map((line, at) =>
    rowXml(
      at + 2,
      types.map((type, column) => cellOf(type, line[column] ?? null)),
    ),
  );
  yield `${sheetBegins(types, true)}${rowXml(1, heads)}${rows.join("")}${sheetEnds(types.length, lines.length + 1)}`;
}

async function* aboutSheet(facts: Beside["facts"]) {
  const lines = facts.map(([name, text], at) => rowXml(at + 1, [{ text: name, bold: true }, { text }]));
  yield `${sheetBegins(["text", "text"], false)}${lines.join("")}${sheetEnds(2, 0)}`;
}

/** Called what they are where the first column leaves room for it. */
function totalsCells({ columns, texts }: Sheet, { totals }: Beside): Cell[] {
  return columns.map(({ id, type }, at) => {
    const figure = totals[id] ?? null;
    if (figure !== null) return { figure, type, bold: true };
    return at === 0 ? { text: texts.total, bold: true } : null;
  });
}

/** Lines by any number, with a look at whether there are more. */
function readerOf(lines: Lines) {
  let held: Line[] = [];
  const hold = async () => {
    if (held.length === 0) held = await lines.next();
  };
  return {
    async next(most: number) {
      await hold();
      const some = held.slice(0, most);
      held = held.slice(most);
      return some;
    },
    async hasMore() {
      await hold();
      return held.length > 0;
    },
  };
}
