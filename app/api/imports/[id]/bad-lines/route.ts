import { problem } from "@/app/_edges/answers";
import { csvFile, fileRoute } from "@/app/_edges/console-route";
import { textsOf } from "@/app/_edges/texts";
import type { Problem } from "@/lib/imports/problem";
import { badLinesOf } from "@/lib/imports/queries";
import { Which } from "@/lib/imports/schema";

const t = textsOf("import");

/** The lines that cannot be imported, as they were, with a column that says why: to be corrected and imported again. */
export const GET = fileRoute(Which, async (actor, { params }) => {
  const bad = await badLinesOf(actor, params.id);
  if (!bad.ok) return problem(bad.code);
  const { header, mapping, rows } = bad.value;
  const why = ({ field, code, value, other }: Problem) => {
    const column = field && (header[mapping.indexOf(field)] ?? t(`field.${field}`));
    return `${column ? `${column}: ` : ""}${t(`problem.${code}`, { value, other })}`;
  };
  const table = rows.map(({ line, cells, problems }) => [
    ...header.map((_, column) => cells[column] ?? ""),
    String(line),
    problems.map(why).join(" "),
  ]);
  const heads = [...header, t("column.line"), t("column.problem")];
  return csvFile("lines-to-correct.csv", [heads, ...table]);
});
