import { filterNames } from "@/lib/reports/address";
import type { Value } from "@/lib/reports/row";
import type { Group } from "./read-report";

/** A value that rows have in a column, and how many of them. */
export type Choice = { value: Value; rows: number };

/** `more`: there are others, that are not listed. */
export type Choices = { listed: readonly Choice[]; more: boolean };

/** A thousand hold every day of the longest report. */
export const mostChoices = 1000;

type Asked = { report: string; id: string; text: string };
type Read = (
  report: string,
) => Promise<{ groups: readonly Pick<Group, "path" | "rows">[]; next: string | null }>;

/** What the rows of a report have in a column, whatever it is filtered by itself; with a text, the values that contain it. */
export async function readChoices({ report, id, text }: Asked, read: Read): Promise<Choices> {
  const page = await read(byValue(report, id, text === "" ? null : `~${text}`));
  const listed = merged(page.groups.map(({ path, rows }) => ({ value: path[0]?.label ?? null, rows })));
  const more = page.next !== null;
  if (!more || text !== "") return { listed, more };
  // Rows without a value come last, and no text finds them.
  const { groups } = await read(byValue(report, id, ""));
  return { listed: [...listed, ...groups.map(({ rows }) => ({ value: null, rows }))], more };
}

/** The report grouped by a column that has another filter, or none. */
function byValue(report: string, id: string, filter: string | null): string {
  const params = new URLSearchParams(report);
  for (const name of ["sort", ...filterNames(id)]) params.delete(name);
  if (filter !== null) params.set(id, filter);
  params.set("group", id);
  params.set("columns", id);
  return params.toString();
}

/** Two agents of the same name are one choice: a filter tells them by that. */
function merged(choices: readonly Choice[]): Choice[] {
  const byValue = new Map<Value, number>();
  for (const { value, rows } of choices) byValue.set(value, (byValue.get(value) ?? 0) + rows);
  return [...byValue].map(([value, rows]) => ({ value, rows }));
}
