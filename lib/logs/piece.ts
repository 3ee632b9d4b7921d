import { setTimeout as pause } from "node:timers/promises";
import { promisify } from "node:util";
import { constants, gunzip, gzip } from "node:zlib";
import { fail, ok } from "@/lib/result";
import { type Line, parseLine, readLine, writeLine } from "./line";
import { largestUnpackedBytes, mostLinesOfPiece } from "./schema";

const pack = promisify(gzip);
const unpack = promisify(gunzip);

// A gateway acknowledges states beside it: lines are worked on for a moment, then not at all for nineteen times as long.
const stintMs = 2;
const restMs = 38;
/** How much of its moment the last piece has used. */
let usedMs = 0;

/** The text of a piece as it was sent: never more of it in memory than a piece may have. */
export async function readPiece(body: Uint8Array, { packed }: { packed: boolean }) {
  try {
    const bytes = packed
      ? await unpack(body, { maxOutputLength: largestUnpackedBytes, chunkSize: 2 ** 17 })
      : body;
    if (bytes.byteLength > largestUnpackedBytes) return fail("too-large");
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return ok({ text, bytes: bytes.byteLength });
  } catch (error) {
    return fail(isTooLong(error) ? "too-large" : "piece-unreadable");
  }
}

const isTooLong = (error: unknown) =>
  error instanceof RangeError && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/** The lines of a piece as they are kept, packed, with the span of time that they tell of. */
export async function keepLines(text: string, own: readonly RegExp[]) {
  const written: string[] = [];
  let firstAt: Date | null = null;
  let lastAt: Date | null = null;
  let begunMs = performance.now() - usedMs;
  for (const sent of linesOf(text)) {
    if (written.length === mostLinesOfPiece) return fail("too-large");
    const line = readLine(sent, own);
    written.push(writeLine(line));
    if (line.at && (firstAt === null || line.at < firstAt)) firstAt = line.at;
    if (line.at && (lastAt === null || line.at > lastAt)) lastAt = line.at;
    if (performance.now() - begunMs < stintMs) continue;
    await pause(restMs);
    begunMs = performance.now();
  }
  usedMs = performance.now() - begunMs;
  const content = new Uint8Array(await pack(written.join("\n"), { level: constants.Z_BEST_SPEED }));
  return ok({ content, lines: written.length, firstAt, lastAt });
}

/** Lines without those that are empty, one by one: a piece may be nothing but line breaks. */
function* linesOf(text: string): Generator<string> {
  let from = 0;
  while (from < text.length) {
    const end = text.indexOf("\n", from);
    const to = end === -1 ? text.length : end;
    const line = text.slice(from, text.charCodeAt(to - 1) === 13 ? to - 1 : to);
    if (line.trim() !== "") yield line;
    from = to + 1;
  }
}

/** Kept lines as they were written, one a line; unpacked at one go, as gzip says at its end how long they are. */
export async function unpackLines(content: Uint8Array): Promise<string> {
  const { buffer, byteOffset, byteLength } = content;
  const size = new DataView(buffer, byteOffset, byteLength).getUint32(byteLength - 4, true);
  return String(await unpack(content, { chunkSize: Math.max(size, constants.Z_MIN_CHUNK) }));
}

export const parseLines = (written: string): Line[] =>
  written === "" ? [] : written.split("\n").map(parseLine);
