import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { readBlocks, readInline } from "@/app/docs/mobile-administration/blocks";

test("headings, paragraphs, lists, tables and examples", () => {
  const guide =
    "# Phones\n\nTwo\nlines:\n- one\n  of two\n- two\n\n| | iOS |\n|---|---|\n| a | b |\n\n```http\nPOST\n\n{}\n```\n## More";
  expect(readBlocks(guide)).toEqual([
    { kind: "heading", level: 1, text: "Phones" },
    { kind: "paragraph", text: "Two lines:" },
    { kind: "list", items: ["one of two", "two"] },
    { kind: "table", head: ["", "iOS"], rows: [["a", "b"]] },
    { kind: "code", text: "POST\n\n{}" },
    { kind: "heading", level: 2, text: "More" },
  ]);
});

test("what is marked within a line", () => {
  expect(readInline("**All** of `a*b`, *now*: [here](there.md#x).")).toEqual([
    { kind: "strong", text: "All" },
    { kind: "text", text: " of " },
    { kind: "code", text: "a*b" },
    { kind: "text", text: ", " },
    { kind: "emphasis", text: "now" },
    { kind: "text", text: ": " },
    { kind: "link", text: "here" },
    { kind: "text", text: "." },
  ]);
});

test("the guide is read as a whole: no mark is left", () => {
  const blocks = readBlocks(readFileSync("docs/mobile-administration.md", "utf8"));
  const texts = blocks.flatMap((block) => {
    if (block.kind === "code") return [];
    if (block.kind === "list") return block.items;
    return block.kind === "table" ? [block.head, ...block.rows].flat() : [block.text];
  });
  const plain = texts.flatMap(readInline).filter(({ kind }) => kind === "text");
  expect(plain.filter(({ text }) => /[`*#|[\]]/.test(text))).toEqual([]);
  expect(new Set(blocks.map(({ kind }) => kind)).size).toBe(5);
});
