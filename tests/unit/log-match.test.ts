import fc from "fast-check";
import { expect, test } from "vitest";
import { formatLine } from "@/lib/logs/format";
import { readLine, writeLine } from "@/lib/logs/line";
import { matchesIn } from "@/lib/logs/match";

const levels = ["error", "warn", "info", "debug"] as const;

test("finds what looking at every line finds", () => {
  const line = fc.record({
    level: fc.constantFrom(...levels, "odd"),
    message: fc.stringMatching(/^[abAB.(\n ]{0,8}$/),
  });
  const wanted = fc.record({ text: fc.stringMatching(/^[abAB.(]{0,3}$/), levels: fc.subarray([...levels]) });
  fc.assert(
    fc.property(fc.array(line), wanted, (sent, { text, levels }) => {
      const written = sent.map((one) => writeLine(readLine(JSON.stringify(one), [])));
      const expected = written.flatMap((one, place) => {
        const { level } = readLine(JSON.stringify(sent[place]), []);
        const ofLevel = levels.length === 0 || (level !== null && levels.includes(level));
        return ofLevel && one.toLowerCase().includes(text.toLowerCase()) ? [place] : [];
      });
      expect(matchesIn(written.join("\n"), { text, levels })).toEqual({
        matches: expected,
        lines: sent.length,
      });
    }),
  );
});

test("a line is written for people and for programs", () => {
  const line = readLine(
    '{"at":"2026-11-27T08:33:00.000Z","level":"warn","message":"a\\nb","ms":8,"x":{"y":"z"}}',
    [],
  );
  expect(formatLine(line, "log")).toBe('2026-11-27T08:33:00.000Z WARN  a\n    b ms=8 x={"y":"z"}');
  expect(JSON.parse(formatLine(line, "ndjson"))).toEqual({
    at: "2026-11-27T08:33:00.000Z",
    level: "warn",
    message: "a\nb",
    ms: 8,
    x: { y: "z" },
  });
  expect(formatLine(readLine("plain", []), "log")).toBe("- -     plain");
});

test("a line of a file is one line, however an app names its fields", () => {
  const key = fc.oneof(
    fc.string(),
    fc.constant("a\n2026-11-27T08:33:00.000Z ERROR forged"),
    fc.constant("b\u2028c"),
  );
  const value = fc.oneof(fc.string(), fc.constant("x\ny"));
  fc.assert(
    fc.property(fc.dictionary(key, value), (fields) => {
      const line = formatLine(
        readLine(JSON.stringify({ ...fields, level: "info", message: "m" }), []),
        "log",
      );
      expect(line.split(/[\n\r\u2028\u2029]/)).toHaveLength(1);
    }),
  );
});
