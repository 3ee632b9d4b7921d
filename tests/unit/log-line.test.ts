import fc from "fast-check";
import { expect, test } from "vitest";
import { longestLine, parseLine, readLine, writeLine } from "@/lib/logs/line";

const through = (sent: string) => parseLine(writeLine(readLine(sent, [])));

/** Of any code units, whether they are text or not. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

test("a structured line keeps its time, level, text and fields, in the names that logs have for them", () => {
  const at = new Date("2026-11-27T08:33:00.123Z");
  const line = { at, level: "warn", message: "slow", fields: { ms: 812, route: { path: "/x" } } };
  const sent = { at: at.toISOString(), level: "warn", message: "slow", ms: 812, route: { path: "/x" } };
  expect(through(JSON.stringify(sent))).toEqual(line);
  const pino = { time: at.getTime(), level: 40, msg: "slow", ms: 812, route: { path: "/x" } };
  expect(through(JSON.stringify(pino))).toEqual(line);
});

test("what is no object is a text", () => {
  for (const text of ["plain", "[1,2]", "{broken", '"quoted"'])
    expect(through(text)).toEqual({ at: null, level: null, message: text, fields: null });
});

test("escape codes and texts that turn round are made visible, within fields and JSON's own escapes, too", () => {
  const esc = "\u001b";
  expect(through(`a${esc}[2Jb`).message).toBe("a␛[2Jb");
  expect(
    through(String.raw`{"message":"a\u001b]0;x\u0007","user":"\u202eabc","n":{"k":"\u009b1m"}}`),
  ).toMatchObject({
    message: "a␛]0;x␇",
    fields: { user: "\ufffdabc", n: { k: "\ufffd1m" } },
  });
});

test("HTML is text", () => {
  expect(through("<img src=x onerror=alert(1)>").message).toBe("<img src=x onerror=alert(1)>");
});

test("lines within a message stay lines of that message", () => {
  const stack = "Error: x\n  at f\n\tat g";
  expect(writeLine(readLine(JSON.stringify({ message: stack }), [])).split("\n")).toHaveLength(1);
  expect(through(JSON.stringify({ message: stack })).message).toBe(stack);
});

test("a line that nobody can read to its end is cut, and says so", () => {
  const { message } = through("x".repeat(longestLine + 10));
  expect(message).toBe(`${"x".repeat(longestLine)}… [cut: ${longestLine + 10} characters]`);
});

test("lists in lists in lists end somewhere", () => {
  const deep = `{"a":${"[".repeat(30_000)}${"]".repeat(30_000)}}`;
  expect(JSON.stringify(through(deep).fields)).toContain("…");
});

test("whatever is sent is one line that can be read again, without anything that acts", () => {
  const anything = fc.oneof(
    anyText,
    fc.json(),
    fc.object().map((one) => JSON.stringify(one)),
  );
  fc.assert(
    fc.property(anything, (sent) => {
      const [first = "", ...others] = writeLine(readLine(sent.replaceAll("\n", " "), [])).split("\n");
      expect(others).toEqual([]);
      const line = parseLine(first);
      expect(writeLine(line)).toBe(first);
      expect(JSON.stringify(line)).not.toMatch(/\\u00(0[0-8b-f]|1|7f|[89])/i);
    }),
  );
});
