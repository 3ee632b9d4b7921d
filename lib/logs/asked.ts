import { z } from "zod";
import { many } from "@/lib/list-params";
import { LogLevel } from "@/prisma/generated/enums";

/** More are not read at once. */
export const mostLines = 500;

const number = z
  .int()
  .min(0)
  .max(2 ** 31 - 1);

/** `0-199,305`: ranges of line numbers, the last of each included. */
export const SomeLines = z.object({
  lines: z
    .string()
    .max(8192)
    .regex(/^\d{1,10}(-\d{1,10})?(,\d{1,10}(-\d{1,10})?)*$/)
    .transform((text) =>
      text.split(",").map((part) => {
        const [from = 0, last = from] = part.split("-").map(Number);
        return { from, to: last + 1 };
      }),
    )
    .pipe(z.array(z.object({ from: number, to: number })))
    .refine((ranges) => ranges.every(({ from, to }) => from < to && to < 2 ** 31))
    .refine((ranges) => ranges.reduce((sum, { from, to }) => sum + to - from, 0) <= mostLines),
});

/** Line numbers, in their order, as `SomeLines` reads them. */
export function formatLines(numbers: readonly number[]): string {
  const ranges: [number, number][] = [];
  for (const line of numbers) {
    const last = ranges.at(-1);
    if (last && last[1] === line - 1) last[1] = line;
    else ranges.push([line, line]);
  }
  return ranges.map(([from, to]) => (from === to ? `${from}` : `${from}-${to}`)).join(",");
}

export const Marks = z.object({
  text: z.string().max(256).default(""),
  level: many(z.enum(LogLevel)),
  from: z.coerce.number().pipe(number).default(0),
});

export const MomentIn = z.object({ at: z.iso.datetime().transform((text) => new Date(text)) });

/** A line as the viewer has it. */
export const LogLine = z.object({
  number: z.number(),
  at: z.iso.datetime().nullable(),
  level: z.enum(LogLevel).nullable(),
  message: z.string(),
  fields: z.record(z.string(), z.unknown()).nullable(),
});
export type LogLine = z.infer<typeof LogLine>;
