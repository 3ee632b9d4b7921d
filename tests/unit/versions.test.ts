import { readFileSync } from "node:fs";
import fc from "fast-check";
import { expect, test } from "vitest";
import { buildKey, versionKey } from "@/lib/versions/key";
import { compareVersions, keysOf } from "@/lib/versions/order";
import { parseVersion } from "@/lib/versions/parse";

const rows = readFileSync("docs/versions.md", "utf8")
  .split("\n")
  .filter((line) => line.startsWith("| `"))
  .map((line) =>
    line
      .split("|")
      .slice(1, 4)
      .map((cell) => cell.trim().replaceAll("`", "")),
  );
const relations = ["older than", "the same as", "unknown beside"];
const ordered = rows.filter(([, relation = ""]) => relations.includes(relation));
const read = rows.filter((row) => !ordered.includes(row));

const keys = (written: string) => keysOf(parseVersion(written));
const sign = (order: number | null) => order && Math.sign(order);

test("the document has its tables", () => {
  expect([read.length, ordered.length]).toEqual([14, 31]);
});

test.each(read)("docs: %s is version %s, build %s", (written = "", version = "", build = "") => {
  expect(parseVersion(written)).toEqual({ version, build: build || null });
});

test.each(ordered)("docs: %s is %s %s", (one = "", relation = "", other = "") => {
  const expected = { "older than": -1, "the same as": 0, "unknown beside": null }[relation];
  expect(sign(compareVersions(keys(one), keys(other)))).toBe(expected);
  expect(sign(compareVersions(keys(other), keys(one)))).toBe(expected && -expected);
});

test.each([
  "nightly",
  "",
  "1.2.x",
  "1..2",
  "1.2.3.4.5.6.7.8.9",
  "1.1234567890123",
  "2.0-b.1234567890123",
  "2.0-β",
])("%j has no order", (version) => {
  expect(versionKey(version)).toBeNull();
});

test.each(["7f3a9c1", "", "1234567890123456789", "2.6-b"])("build %j has no order", (build) => {
  expect(buildKey(build)).toBeNull();
});

const numbers = fc.array(fc.nat(), { minLength: 1, maxLength: 5 });
const word = fc.stringMatching(/^[a-z]{1,6}$/);
const pre = fc.option(fc.array(fc.oneof(fc.nat(99), word), { minLength: 1, maxLength: 3 }), { nil: null });
const version = fc.record({ numbers, pre });
type Version = { numbers: number[]; pre: (number | string)[] | null };

const text = (one: Version) => one.numbers.join(".") + (one.pre ? `-${one.pre.join(".")}` : "");

test("comparing keys byte by byte is comparing versions", () => {
  fc.assert(
    fc.property(version, version, (a, b) => {
      const [one, other] = [versionKey(text(a)) ?? "", versionKey(text(b)) ?? ""];
      expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(Math.sign(compare(a, b)));
    }),
    { numRuns: 2000 },
  );
});

test("comparing keys byte by byte is comparing builds", () => {
  fc.assert(
    fc.property(numbers, numbers, (a, b) => {
      const [one, other] = [buildKey(a.join(".")) ?? "", buildKey(b.join(".")) ?? ""];
      expect(Buffer.compare(Buffer.from(one), Buffer.from(other))).toBe(
        Math.sign(compareLists(a, b, byNumber)),
      );
    }),
  );
});

test("whatever is sent, reading it neither fails nor loses it", () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 64, unit: fc.constantFrom(..."0129.v+-() ab") }), (sent) => {
      const { version, build } = parseVersion(sent);
      expect(sent).toContain(version);
      expect(sent).toContain(build ?? "");
    }),
  );
});

/** What the words say, in a few lines of their own: numbers first, then what comes before a release. */
function compare(a: Version, b: Version) {
  const release = compareLists(a.numbers, b.numbers, byNumber);
  if (release !== 0 || a.pre === b.pre) return release;
  if (a.pre === null || b.pre === null) return a.pre === null ? 1 : -1;
  const [one, other] = [a.pre, b.pre];
  const at = one.findIndex((part, index) => part !== other[index]);
  if (at === -1) return one.length - other.length;
  const [mine, theirs] = [one[at], other[at]];
  if (theirs === undefined || mine === undefined) return mine === undefined ? -1 : 1;
  if (typeof mine === typeof theirs) return mine < theirs ? -1 : 1;
  return typeof mine === "number" ? -1 : 1;
}

const byNumber = (a: number, b: number) => a - b;

/** Missing parts count as zero. */
function compareLists(a: number[], b: number[], by: (a: number, b: number) => number) {
  for (let at = 0; at < Math.max(a.length, b.length); at++) {
    const difference = by(a[at] ?? 0, b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
