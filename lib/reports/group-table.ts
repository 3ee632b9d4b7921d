import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { type Column, columnNamed } from "./catalogue";
import { reportGroups } from "./groups";
import { mostPrinted } from "./printed";
import type { GroupKey } from "./row";
import type { ExportTexts, GroupTable } from "./sheet";
import type { Statement } from "./statement";

type Words = Pick<ExportTexts, "head" | "values" | "none" | "groupRows">;

/** The groups of a report with their sums, as a file has them: as many as paper has. Null where nothing is grouped. */
export async function groupTable(actor: Actor, { query, catalogue, frame }: Statement, words: Words) {
  if (query.group.length === 0) return ok(null);
  const page = await reportGroups(actor, { query, limit: mostPrinted, asOf: frame.asOf });
  if (!page.ok) return page;
  const named = (id: string) => columnNamed(catalogue, id) ?? [];
  const by = query.group.flatMap(named);
  const summed = query.columns.flatMap(named).filter(({ sum }) => sum !== "none");
  const headOf = (column: Column) => ({ head: words.head(column), type: column.type });
  const table: GroupTable = {
    columns: [...by.map(headOf), { head: words.groupRows, type: "count" }, ...summed.map(headOf)],
    lines: page.value.groups.map(({ path, rows, values }) => [
      ...by.map((column, at) => labelOf(column, path[at], words)),
      rows,
      ...summed.map(({ id }) => values[id] ?? null),
    ]),
    more: page.value.next !== null,
  };
  return ok(table);
}

/** As the screen calls it; nothing where a group is not divided by the column. */
function labelOf({ id }: Column, key: GroupKey | undefined, { values, none }: Words): string | null {
  if (!key) return null;
  const { label } = key;
  return label === null || label === "" ? none : (values[id]?.[String(label)] ?? String(label));
}
