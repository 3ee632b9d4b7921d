import { z } from "zod";
import { many } from "@/lib/list-params";
import { LogLevel } from "@/prisma/generated/enums";

const isThere = z
  .any()
  .transform((value) => value !== undefined)
  .default(false);

const Query = z.object({
  search: z.string().max(256).catch("").default(""),
  level: many(z.enum(LogLevel)).catch([]),
  /** As people count lines: from 1. */
  line: z.coerce
    .number()
    .int()
    .min(1)
    .max(2 ** 31)
    .optional()
    .catch(undefined),
  wrap: isThere,
  "lines-alone": isThere,
});

/** How an address shows a log. */
export function readAsked(params: Readonly<Record<string, string | string[] | undefined>>) {
  const { search, level, line, wrap, "lines-alone": alone } = Query.parse(params);
  return {
    asked: { search, levels: level, wrap, beside: !alone },
    line: line === undefined ? null : line - 1,
  };
}
