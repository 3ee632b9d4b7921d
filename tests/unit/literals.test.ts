import { expect, test } from "vitest";
import { literalsOf } from "@/scripts/literals";

test.each([
  ["SM-S938", ["SM-S938"]],
  ["(?:SAMSUNG-)?SM-S918(?:[);/ ]|$)", ["SAMSUNG-SM-S918", "SM-S918"]],
  ["GT-I9[1-3]0?", ["GT-I91", "GT-I910", "GT-I92", "GT-I920", "GT-I93", "GT-I930"]],
  ["iPad13,(?:4|1[01])", ["iPad13,10", "iPad13,11", "iPad13,4"]],
  ["A\\.\\d{0,1}(?!x)", ["A.", ...Array.from("0123456789", (digit) => `A.${digit}`)]],
])("%s", (pattern, texts) => {
  expect([...(literalsOf(pattern) ?? [])].toSorted()).toEqual(texts);
});

test.each(["Galaxy .+", "[^;]+", "(CPH[0-9a-z]*)", "\\w"])("%s has no end", (pattern) => {
  expect(literalsOf(pattern)).toBeNull();
});
