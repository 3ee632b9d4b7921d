import { createHash } from "node:crypto";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sha256 } from "@/client/digest";
import { createLines, lineOf } from "@/client/log-lines";
import { createLogger } from "@/client/logger";
import * as client from "@/client/redact";
import * as server from "@/lib/logs/redact";

const at = Date.parse("2026-11-27T09:00:00.000Z");
const messagesOf = (lines: readonly string[]) => lines.map((line) => JSON.parse(line).message);

/** Of any code units, whether they are text or not. */
const anyText = fc.array(fc.nat(0xffff)).map((units) => String.fromCharCode(...units));

describe("a log that nobody wants", () => {
  test("builds no text and reads no clock", () => {
    const never = () => {
      throw new Error("called");
    };
    const { log } = createLogger(never);
    for (const write of [log.error, log.warn, log.info, log.debug]) write(never, never);
    expect(log.debug("x")).toBeUndefined();
  });

  test("takes what is of its level and graver, and no more after its end", () => {
    const lines: string[] = [];
    const { log, begin, end } = createLogger(() => at);
    begin("warn", (line) => lines.push(line));
    log.error("a", { code: 1006 });
    log.warn(() => "b");
    log.info("c");
    end();
    log.error("d");
    expect(lines.map((line) => JSON.parse(line))).toEqual([
      { code: 1006, at: "2026-11-27T09:00:00.000Z", level: "error", message: "a" },
      { at: "2026-11-27T09:00:00.000Z", level: "warn", message: "b" },
    ]);
  });

  test("sends the last lines from before along, where the app keeps some", () => {
    const lines: string[] = [];
    const { log, begin, end } = createLogger(() => at, { keep: 2, keepLevel: "warn" });
    for (const text of ["a", "b", "c"]) log.warn(text);
    log.info("not kept");
    begin("debug", (line) => lines.push(line));
    log.debug("d");
    end();
    log.debug("not kept");
    log.error("e");
    expect(messagesOf(lines)).toEqual(["b", "c", "d"]);
    log.warn("not asked for");
    begin("error", (line) => lines.push(line));
    expect(messagesOf(lines)).toEqual(["b", "c", "d", "e"]);
  });
});

describe("a line", () => {
  test("that is too long or no JSON says so", () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(JSON.parse(lineOf(at, "info", "m", circle))).toMatchObject({ message: "m", fields: "[left out]" });
    const long = lineOf(at, "info", "m".repeat(20_000), { more: "x".repeat(100_000) });
    expect(JSON.parse(long)).toMatchObject({
      message: expect.stringMatching(/… \[cut: 20000 characters\]$/),
    });
    expect(long.length).toBeLessThan(17_000);
  });
  test("whose text cannot be made says so, and does not disturb the app", () => {
    const line = lineOf(at, "info", () => {
      throw new Error("no call");
    });
    expect(JSON.parse(line)).toMatchObject({ message: "[no text: Error: no call]" });
  });
  test("is one line, whatever is in it", () => {
    fc.assert(fc.property(anyText, (text) => !lineOf(at, "info", text, { text }).includes("\n")));
  });
});

test("lines in memory never are more, or longer in all, than allowed", () => {
  const lengths = fc.array(fc.nat(30), { maxLength: 60 });
  fc.assert(
    fc.property(lengths, fc.boolean(), (all, rolling) => {
      const lines = createLines({ most: 10, mostChars: 100 });
      for (const length of all) {
        if (rolling) lines.push("x".repeat(length));
        else lines.add("x".repeat(length));
        expect(lines.chars).toBeLessThanOrEqual(100);
        expect(lines.length).toBeLessThanOrEqual(10);
      }
      const { chars } = lines;
      expect(lines.take(1000).join("")).toHaveLength(chars);
      expect([lines.chars, lines.length]).toEqual([0, 0]);
    }),
  );
});

test("the digest is SHA-256 of any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(sha256(bytes)).toBe(createHash("sha256").update(bytes).digest("base64"));
    }),
  );
});

test("the app takes out what the gateway takes out", () => {
  const part = fc.oneof(
    fc.string(),
    fc.constantFrom(
      "Bearer abcdef123456",
      "token=",
      "4111 1111 1111 1111",
      "maria@example.com",
      "+49 30 901820",
      "KD-004711",
    ),
  );
  const written = "KD-######, @@##*";
  const own = written.split(", ").map(client.readPattern);
  const patterns = server.readPatterns(written);
  fc.assert(
    fc.property(fc.array(part), fc.object(), (parts, fields) => {
      const text = parts.join(" ");
      expect(client.redactText(text, own)).toBe(server.redactText(text, patterns));
      expect(client.cleanFields(fields, (one) => client.redactText(one, own))).toEqual(
        server.cleanFields(fields, (one) => server.redactText(one, patterns)),
      );
    }),
  );
});
