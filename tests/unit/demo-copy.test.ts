import { expect, test } from "vitest";
import { field } from "@/demo/copy";

test.each([
  [null, "\\N"],
  ["", ""],
  [12, "12"],
  [false, "false"],
  ["a\tb\nc\\d", "a\\tb\\nc\\\\d"],
  ["\\x00ff", "\\\\x00ff"],
  [[], "{}"],
  [["ready", "", 'Not "so" ready'], '{"ready","","Not \\\\"so\\\\" ready"}'],
])("%j reaches COPY as %s", (value, text) => {
  expect(field(value)).toBe(text);
});
