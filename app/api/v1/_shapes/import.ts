import { z } from "zod";
import { LineChange } from "@/lib/imports/schema";

/** What is wrong with a line of a file: with one of its columns, or as a whole. */
export const BadLine = z
  .strictObject({ line: z.int(), column: z.string().nullable(), message: z.string() })
  .meta({ id: "BadLine" });

export const WrittenLine = z
  .strictObject({
    line: z.int(),
    outcome: z.enum(["created", "updated"]),
    username: z.string(),
    changes: z.array(LineChange.strict().meta({ id: "ImportedChange" })),
    password: z.boolean(),
  })
  .meta({ id: "WrittenLine" });

export const ImportOutcome = z
  .strictObject({
    created: z.int(),
    updated: z.int(),
    unchanged: z.int(),
    skipped: z.int(),
    people: z.array(WrittenLine).optional(),
    errors: z.array(BadLine),
  })
  .meta({ id: "ImportOutcome" });
