import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { badLines, checkLines } from "./check";
import { mapImport, startImport, uploadImport } from "./commands";
import { sheetOf } from "./content";
import { readFacts, readTeams } from "./facts";
import { guessMapping, type Mapping, mappingFault } from "./fields";
import { linesOf } from "./lines";
import type { Problem } from "./problem";
import { importProgress } from "./queries";
import type { PreviewLine } from "./schema";
import { readLine } from "./values";

type Choices = { dryRun: boolean; skipBad: boolean; createTeams: boolean };
type File = { fileName: string; bytes: Uint8Array };

/** For programs: checks a file and, unless it is only tried, imports it to its end. Its headings say what the columns are. */
export async function importAtOnce(actor: Actor, file: File, { dryRun, skipBad, createTeams }: Choices) {
  authorize(actor, "users:write");
  const sheet = sheetOf(file.bytes);
  if (typeof sheet === "string") return fail(sheet);
  const mapping = guessMapping(sheet.header);
  if (mappingFault(mapping)) return fail("bad-mapping");
  const lines = sheet.lines.map((line) => readLine(line, mapping));
  const checked = checkLines(lines, await readFacts(db, actor, lines), { createTeams });
  const errors = withColumns(checked.problems, sheet.header, mapping);
  const skipped = badLines(checked).size;
  if (dryRun) {
    const { creates, updates, unchanged } = checked;
    return ok({
      created: creates.length,
      updated: updates.length,
      unchanged: unchanged.length,
      skipped,
      people: linesOf(lines, checked, await readTeams(db, actor)).flatMap(writtenOf),
      errors,
    });
  }
  if (skipped > 0 && !skipBad) return fail("lines-not-clean", errors);

  const uploaded = await uploadImport(actor, file);
  if (!uploaded.ok) return uploaded;
  const { id } = uploaded.value;
  const mapped = await mapImport(actor, { id, mapping: [...mapping], createTeams });
  if (!mapped.ok) return mapped;
  const started = await startImport(actor, { id, skipBad });
  if (!started.ok) return started;
  await started.value.work;
  const progress = await importProgress(actor, id);
  if (!progress.ok) return progress;
  const { state, created, updated, unchanged, lateProblems } = progress.value;
  if (state !== "done") return fail("import-moved-on");
  const late = withColumns(lateProblems, sheet.header, mapping);
  return ok({ created, updated, unchanged, skipped: progress.value.skipped, errors: [...errors, ...late] });
}

/** Of a line that would be written, who and what. */
function writtenOf({ line, outcome, username, changes, password }: PreviewLine) {
  return outcome === "created" || outcome === "updated"
    ? [{ line, outcome, username, changes, password }]
    : [];
}

/** Columns by their headings in the file; by the field's own name where there is none. */
function withColumns(problems: readonly Problem[], header: readonly string[], mapping: Mapping) {
  return problems.map((problem) => {
    const column = problem.field && (header[mapping.indexOf(problem.field)] ?? problem.field);
    return { ...problem, column };
  });
}
