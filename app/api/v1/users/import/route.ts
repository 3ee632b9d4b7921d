import { z } from "zod";
import { problem } from "@/app/_edges/answers";
import { bodyOf } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { textsOf } from "@/app/_edges/texts";
import { importAtOnce } from "@/lib/imports/at-once";
import type { Problem } from "@/lib/imports/problem";
import { mostBytes } from "@/lib/imports/schema";
import { ok } from "@/lib/result";
import { type BadLine, ImportOutcome } from "../../_shapes/import";

const flag = z
  .enum(["true", "false"])
  .default("false")
  .transform((value) => value === "true");

export const POST = route(
  {
    id: "importUsers",
    summary: "Make and change users from a CSV file",
    description:
      "A line of headings, then a line for each person. Whoever hangs up does not stop the import.",
    needs: "users:write",
    query: z.strictObject({ dryRun: flag, skipBad: flag, createTeams: flag }),
    body: z.instanceof(Uint8Array),
    read: bodyOf("text/csv", mostBytes),
    answer: ImportOutcome,
    refuses: [
      "not-csv",
      "empty-file",
      "too-many-lines",
      "bad-mapping",
      "lines-not-clean",
      "import-moved-on",
      "import-over",
      "not-found",
    ],
  },
  async (actor, { query, body }) => {
    const outcome = await importAtOnce(actor, { fileName: "API", bytes: body }, query);
    if (outcome.ok) return ok({ ...outcome.value, errors: outcome.value.errors.map(inWords) });
    if (outcome.code !== "lines-not-clean") return outcome;
    const errors = (outcome.detail ?? []).map(inWords);
    return problem(outcome.code, { created: 0, updated: 0, skipped: 0, errors });
  },
);

const t = textsOf("import.problem");

/** As programs are told: the line of the file, the column by its heading, and what is wrong. */
function inWords({
  line,
  column,
  code,
  value,
  other,
}: Problem & { column: string | null }): z.input<typeof BadLine> {
  return { line, column, message: t(code, { value, other }) };
}
