import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { reportGroups } from "./groups";
import type { ReportGroup, ReportRow, ReportTotals } from "./row";
import { reportRows } from "./rows";
import type { ReportQuery } from "./schema";
import { reportTotals } from "./totals";

/** Nobody leafs through more: a hundred pages. */
export const mostPrinted = 5000;

/** A report for paper: its groups where it has some, else its rows. */
export type PrintedReport = {
  totals: ReportTotals;
  groups: readonly ReportGroup[];
  rows: readonly ReportRow[];
  /** There are more of them than are printed. */
  more: boolean;
};

/** `asOf`: the moment of the page that it is to agree with. */
type Asked = { query: ReportQuery; asOf?: Date | undefined };

export async function printedReport(actor: Actor, { query, asOf: given }: Asked) {
  const totals = await reportTotals(actor, { query, asOf: given });
  if (!totals.ok) return totals;
  const asked = { query, limit: mostPrinted, asOf: totals.value.asOf };
  const page = query.group.length > 0 ? await reportGroups(actor, asked) : await reportRows(actor, asked);
  if (!page.ok) return page;
  const { next } = page.value;
  const printed: PrintedReport = {
    totals: totals.value,
    groups: "groups" in page.value ? page.value.groups : [],
    rows: "rows" in page.value ? page.value.rows : [],
    more: next !== null,
  };
  return ok(printed);
}
