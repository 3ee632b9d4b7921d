import { describe, expect, test } from "vitest";
import { formatCursor, type Position, parseCursor, type Term } from "@/lib/keyset";
import { Prisma } from "@/prisma/generated/client";

const termsOf = (...types: Term["type"][]) =>
  types.map((type): Term => ({ expression: Prisma.sql`x`, type, desc: false }));

const id = "0190f0a0-1111-7222-8333-444455556666";
const parsed = (type: Term["type"], value: Position[number]) =>
  parseCursor(formatCursor([value, id], "a"), "a", termsOf(type, "uuid"));

describe("a cursor", () => {
  test.each<[Term["type"], string | null]>([
    ["text", ""],
    ["text", "x', \u{1f600}"],
    ["text", null],
    ["int", "5"],
    ["int", "-2147483647"],
    // A small share has more places behind the point than it has digits.
    ["float8", "0.00012345678901234567"],
    ["float8", "1.2345678901234567e-05"],
    ["float8", "12345678901234567"],
    ["uuid", id],
    ["timestamptz", "2026-03-29 01:30:00+00"],
    ["timestamptz", "2024-02-29 23:59:59.123456-03:30"],
    ["timestamptz", null],
  ])("holds where a list goes on: %s %j", (type, value) => {
    expect(parsed(type, value)).toEqual([value, id]);
  });

  test.each<[Term["type"], string]>([
    ["text", "a\0b"],
    ["int", "x"],
    ["int", ""],
    ["int", "1.5"],
    ["int", "2147483648"],
    ["uuid", "x"],
    ["timestamptz", "x"],
    ["timestamptz", "now"],
    ["timestamptz", "2026-02-30 01:30:00+00"],
    ["timestamptz", "2026-02-20 25:30:00+00"],
    ["timestamptz", "0000-02-20 01:30:00+00"],
    ["timestamptz", "2026-02-20 01:30:00+23"],
  ])("is none with what Postgres would not take: %s %j", (type, value) => {
    expect(parsed(type, value)).toBeNull();
  });

  test("is none of another order or length, and none in nonsense", () => {
    const cursor = formatCursor(["a", id], "a");
    expect(parseCursor(cursor, "b", termsOf("text", "uuid"))).toBeNull();
    expect(parseCursor(cursor, "a", termsOf("text"))).toBeNull();
    expect(parseCursor(cursor, "a", termsOf("text", "uuid", "int"))).toBeNull();
    for (const text of ["", "nonsense", Buffer.from("{}").toString("base64url")])
      expect(parseCursor(text, "a", termsOf("text", "uuid"))).toBeNull();
  });
});
