import { z } from "zod";
import { formatLines, LogLine } from "@/lib/logs/asked";
import { Placed } from "@/lib/logs/beside";
import { unpackMarks } from "@/lib/logs/bits";
import { OpenedLog } from "@/lib/logs/row";

/** The log is gone: somebody has deleted it, or it has expired. */
export class Gone extends Error {}

async function read(address: string, signal: AbortSignal): Promise<unknown> {
  const response = await fetch(address, { signal });
  if (response.status === 404) throw new Gone(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}

export const readLog = async (id: string, signal: AbortSignal) =>
  OpenedLog.parse(await read(`/api/logs/${id}`, signal));

const Lines = z.array(LogLine);

export const readLines = async (id: string, numbers: readonly number[], signal: AbortSignal) =>
  Lines.parse(await read(`/api/logs/${id}/lines?lines=${formatLines(numbers)}`, signal));

const MarkBits = z.object({ first: z.number(), end: z.number(), bits: z.string() });

/** What lines are to have: a text, one of these levels. */
export type Wanted = { text: string; levels: readonly string[] };

/** The numbers of the lines that have what is wanted, of those from a line on; `end` is how many lines there were. */
export async function readMarks(id: string, { text, levels }: Wanted, from: number, signal: AbortSignal) {
  const asked = new URLSearchParams({ text, from: String(from) });
  for (const level of levels) asked.append("level", level);
  const { first, end, bits } = MarkBits.parse(await read(`/api/logs/${id}/marks?${asked}`, signal));
  return { first, end, marks: unpackMarks(bits, first) };
}

const LineFound = z.object({ line: z.number().nullable() });

export const readLineAt = async (id: string, at: string, signal: AbortSignal) =>
  LineFound.parse(await read(`/api/logs/${id}/at?at=${at}`, signal)).line;

const Happenings = z.array(Placed);

export const readHappenings = async (id: string, signal: AbortSignal) =>
  Happenings.parse(await read(`/api/logs/${id}/beside`, signal));
