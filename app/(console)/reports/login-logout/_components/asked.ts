import type { GroupPage, RowPage } from "./read-report";
import type { Tree } from "./tree";

/** A report as it is asked for: its address without columns, and with which. */
export type Asked = { report: string; columns: readonly string[]; group: readonly string[] };

/** What has come, of which moment, and what it was asked for. */
export type Held = Asked & {
  tree: Tree;
  asOf: string;
  from: string;
  to: string;
  replicaAgeMs: number | null;
};

/** The same rows and sums, whatever columns of them are shown. */
export const sameReport = (one: Asked, other: Asked) => one.report === other.report;

export const answers = (held: Asked, asked: Asked) =>
  sameReport(held, asked) && asked.columns.every((id) => held.columns.includes(id));

/** The address of a report with its columns in no particular order: their order is the screen's. */
export function addressOf({ report, columns }: Asked): string {
  const params = new URLSearchParams(report);
  params.set("columns", columns.toSorted().join());
  return params.toString();
}

/** The same for what is read elsewhere: its columns in the order of the screen. */
export function exportedAs({ report, columns }: Asked): string {
  const params = new URLSearchParams(report);
  params.set("columns", columns.join());
  return params.toString();
}

/** Where its print view is, of the moment that is shown. */
export function printedAt(asked: Asked, held: Held | null): string {
  const asOf = held ? `&asOf=${encodeURIComponent(held.asOf)}` : "";
  return `/reports/login-logout/print?${exportedAs(asked)}${asOf}`;
}

/** A part of the report as a branch of its tree. */
export const branchOf = (page: RowPage | GroupPage) => ({
  groups: "groups" in page ? page.groups : [],
  rows: "rows" in page ? page.rows : [],
  next: page.next,
});
