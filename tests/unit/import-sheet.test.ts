import fc from "fast-check";
import Papa from "papaparse";
import { describe, expect, test } from "vitest";
import { formatCsv } from "@/lib/csv";
import { guessMapping, mappingFault } from "@/lib/imports/fields";
import { decodeText, parseSheet, type Sheet } from "@/lib/imports/sheet";
import { readLine } from "@/lib/imports/values";

function sheet(text: string): Sheet {
  const parsed = parseSheet(text);
  if (typeof parsed === "string") throw new Error(parsed);
  return parsed;
}
const utf8 = (text: string) => new TextEncoder().encode(text);

describe("the text of a file", () => {
  test.each([
    ["UTF-8", utf8("Jürgen")],
    ["UTF-8 with a mark", utf8("\ufeffJürgen")],
    ["Windows-1252", Uint8Array.from([0x4a, 0xfc, 0x72, 0x67, 0x65, 0x6e])],
    ["UTF-16, little end first", Uint8Array.from([0xff, 0xfe, ...Buffer.from("Jürgen", "utf16le")])],
    ["UTF-16, big end first", Uint8Array.from([0xfe, 0xff, ...Buffer.from("Jürgen", "utf16le").swap16()])],
  ])("is read from %s", (_, bytes) => {
    expect(decodeText(bytes)).toBe("Jürgen");
  });

  test.each([
    ["a workbook", Uint8Array.from([0x50, 0x4b, 0x03, 0x04, 20, 0])],
    ["an old workbook", Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0])],
    ["a picture", Uint8Array.from([0x89, 0x50, 0x00, 0x47])],
  ])("is none in %s", (_, bytes) => {
    expect(decodeText(bytes)).toBeNull();
  });
});

describe("a file that Rollcall writes", () => {
  const cells = fc.stringMatching(/^['=+\-@\w", ;]{0,8}$/).map((text) => `${text.trim()}x`);

  test("runs nothing in a spreadsheet, and is read as it was", () => {
    fc.assert(
      fc.property(fc.array(cells, { minLength: 2, maxLength: 5 }), (row) => {
        const text = formatCsv([row.map((_, column) => `column ${column}`), row]);
        expect(text).not.toMatch(/^"?[=+@-]/m);
        expect(sheet(text).lines[0]?.cells).toEqual(row);
      }),
    );
  });

  test.each(["=1+1", "+49 30 1", "-x", "@x", "'=x", "'x"])("holds %j", (cell) => {
    const text = formatCsv([
      ["a", "b"],
      ["x", cell],
    ]);
    expect(text).toContain(cell === "'x" ? "x,'x" : `x,"'${cell}"`);
    expect(sheet(text).lines[0]?.cells).toEqual(["x", cell]);
  });
});

describe("rows", () => {
  test.each([",", ";", "\t"])("are told apart by %j", (delimiter) => {
    const { header, lines } = sheet(`username${delimiter}name\nmaria${delimiter}"Ortiz${delimiter} Maria"\n`);
    expect(header).toEqual(["username", "name"]);
    expect(lines).toEqual([{ number: 2, cells: ["maria", `Ortiz${delimiter} Maria`], fault: null }]);
  });

  test("keep the line they begin at, over blank lines, breaks in quotes and Excel's own first line", () => {
    const { lines } = sheet('sep=;\r\nusername;name\r\n\r\na;"first\r\nsecond"\r\n;\r\nb;c\r\n');
    expect(lines.map(({ number, cells }) => [number, cells])).toEqual([
      [4, ["a", "first\nsecond"]],
      [7, ["b", "c"]],
    ]);
  });

  test("may end their lines in three ways at once", () => {
    expect(sheet("username\na\r\nb\rc\n").lines.map(({ number }) => number)).toEqual([2, 3, 4]);
  });

  test("with a quote that never closes, or more cells than headings, say so", () => {
    const { lines } = sheet('username,name\na,b,c\nd,e\ng,"h\ni,j\n');
    expect(lines.map(({ number, fault }) => [number, fault])).toEqual([
      [2, "extra-cells"],
      [3, null],
      [4, "open-quote"],
    ]);
    expect(sheet('username,name\nd,"e" f\ng,h\n').lines).toMatchObject([{ number: 2, fault: "stray-quote" }]);
  });

  test("of none but headings are no people, and too many are too many", () => {
    expect(parseSheet("username,name\n\n")).toBe("empty-file");
    expect(parseSheet("")).toBe("empty-file");
    expect(parseSheet(`username\n${"a\n".repeat(50_001)}`)).toBe("too-many-lines");
    expect(sheet(`username\n${"a\n".repeat(50_000)}`).lines).toHaveLength(50_000);
  });

  test("come back as they were written, whatever is in them, each at its line", () => {
    const cell = fc.string({
      unit: fc.constantFrom("a", "ü", '"', ",", ";", "\n", "\t", " ", "'", "x"),
    });
    const row = fc.tuple(cell, cell, cell).map((cells) => cells.map((text) => text.trim()));
    const rows = fc.array(row, { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(
        rows,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        (rows, delimiter, newline) => {
          const written = Papa.unparse([["one", "two", "three"], ...rows], {
            delimiter,
            newline,
            quotes: true,
          });
          const full = rows.filter((cells) => cells.some((text) => text !== ""));
          fc.pre(full.length > 0);
          let line = 2;
          const starts = rows.map((cells) => {
            const at = line;
            line += 1 + cells.join("").split("\n").length - 1;
            return at;
          });
          expect(sheet(written).lines).toEqual(
            rows.flatMap((cells, index) =>
              full.includes(cells) ? [{ number: starts[index], cells, fault: null }] : [],
            ),
          );
        },
      ),
    );
  });
});

describe("columns", () => {
  test.each([
    [
      ["Username", "Name", "E-mail", "Team", "Roles"],
      ["username", "name", "email", "team", "roles"],
    ],
    [
      ["Benutzername", "Vorname", "Nachname", "Abteilung"],
      ["username", "firstName", "lastName", "team"],
    ],
    [
      ["Prénom", "Nom", "Identifiant", "Équipe"],
      ["firstName", "lastName", "username", "team"],
    ],
    [
      ["Personal-Nr.", "login name", "Führt", "?"],
      ["personnelNumber", "username", "supervises", null],
    ],
    [
      ["Login", "User"],
      ["username", null],
    ],
  ])("%j are guessed", (header, mapping) => {
    expect(guessMapping(header)).toEqual(mapping);
  });

  test("need a username, once, and one kind of name", () => {
    expect(mappingFault(["username", null])).toBeNull();
    expect(mappingFault(["name"])).toBe("no-username");
    expect(mappingFault(["username", "username"])).toBe("twice");
    expect(mappingFault(["username", "name", "lastName"])).toBe("two-names");
  });
});

test("a line says what its cells say: names joined, lists split, Excel's formulas undone", () => {
  const { lines } = sheet(
    'a,b,c,d,e,f\nmaria,Maria,Ortiz,"Agent; Team lead","Sales, DACH | Billing","=""007"""\njo,,"Weber \n von Au",agent supervisor,,\n',
  );
  const mapping = ["username", "firstName", "lastName", "roles", "supervises", "personnelNumber"] as const;
  expect(lines.map((line) => readLine(line, mapping))).toEqual([
    {
      line: 2,
      fault: null,
      username: "maria",
      name: "Maria Ortiz",
      roles: ["Agent", "Team lead"],
      supervises: ["Sales, DACH", "Billing"],
      personnelNumber: "007",
    },
    { line: 3, fault: null, username: "jo", name: "Weber von Au", roles: ["agent", "supervisor"] },
  ]);
});
