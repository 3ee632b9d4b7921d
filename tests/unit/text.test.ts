import { describe, expect, test } from "vitest";
import { isFound, line, paragraph } from "@/lib/text";
import { Username } from "@/lib/users/schema";

describe("a line", () => {
  test.each(["Maria Ortiz", "عبد الرحمن", "王小明", "Zoë O'Brien-Núñez", "नमस्ते", "👩‍👩‍👧", "می‌خواهم"])(
    "takes %s",
    (text) => {
      expect(line(64).parse(` ${text} `)).toBe(text);
    },
  );

  test.each([
    ["nothing", ""],
    ["space", "  "],
    ["only what nobody sees", "\u200d"],
    ["a NUL", "a\u0000b"],
    ["a line break", "a\nb"],
    ["text that runs backwards", "abc\u202egpj.exe"],
    ["half a character", "\ud800"],
    ["too much", "x".repeat(65)],
    ["a number", 7],
  ])("refuses %s", (_, text) => {
    expect(line(64).safeParse(text).success).toBe(false);
  });

  test("says what is missing", () => {
    expect(line(64).safeParse(undefined).error?.issues[0]?.message).toBe("is required");
  });
});

test("a paragraph has lines, and nothing else that a line has not", () => {
  expect(paragraph(64).parse("one\r\ntwo\n")).toBe("one\ntwo");
  expect(paragraph(64).safeParse("one\u0000").success).toBe(false);
  expect(paragraph(3).safeParse("four").success).toBe(false);
});

test.each(["..", "a b", "-"])("%j is no username", (name) => {
  expect(Username.safeParse(name).success).toBe(false);
});

test.each([
  ["Técnica 2", "tecnica", true],
  ["Technical Support", "SUPPORT tech", true],
  ["Technical Support", "support billing", false],
  ["Billing", "", true],
])("%s is found by “%s”: %s", (text, typed, expected) => {
  expect(isFound(text, typed)).toBe(expected);
});
