import { type Catalogue, type Column, columnNamed, isFixed } from "@/lib/reports/catalogue";
import { timeShown } from "@/lib/reports/clock";
import { csvFigure } from "@/lib/reports/csv-cells";
import type { Filter } from "@/lib/reports/filters";
import type { ReportTotals } from "@/lib/reports/row";
import type { ReportQuery } from "@/lib/reports/schema";
import type { ExportTexts, Fact } from "@/lib/reports/sheet";
import en from "@/messages/en.json";
import { textsOf } from "./texts";

const t = textsOf("report-export");
const columnText = textsOf("reports.column");

const { none, flag, logoutType, cause, certainty, platform } = en.reports.value;
const values: ExportTexts["values"] = { logoutType, cause, certainty, platform, reportedLate: flag };

const head = ({ id, reason }: Column) => {
  if (reason) return columnText("reason", { reason: reason.name });
  return isFixed(id) ? columnText(id) : id;
};

/** The words of exports; there are columns that only this Rollcall has. */
export const exportTexts = (catalogue: Catalogue): ExportTexts => ({
  title: t("title"),
  about: t("about"),
  total: t("total"),
  totalOf: (column) => t("total-of", { column }),
  head,
  values,
  facts: (query, totals) => factsOf(query, totals, catalogue),
});

function factsOf(query: ReportQuery, totals: ReportTotals, catalogue: Catalogue): Fact[] {
  const { zone, edges, days, dayTurn, filters } = query;
  const behind = totals.replicaAgeMs ?? 0;
  return [
    [t("fact.report"), t("report")],
    [t("fact.from"), timeShown(totals.from, zone)],
    [t("fact.to"), timeShown(totals.to, zone)],
    [t("fact.zone"), zone],
    [t("fact.edges"), t(`edges.${edges}`)],
    [t("fact.days"), t(`days.${days}`)],
    [t("fact.turn"), dayTurn],
    [t("fact.as-of"), timeShown(totals.asOf, zone)],
    ...(behind > 0
      ? [[t("fact.replica"), t("seconds", { seconds: Math.ceil(behind / 1000) })] as const]
      : []),
    ...filters.map((filter) => [t("fact.filter"), filterText(filter, query, catalogue)] as const),
    [t("fact.rows"), String(totals.rows)],
    [t("fact.open"), String(totals.open)],
    [t("fact.last-seen"), String(totals.lastSeen)],
    [t("fact.late"), String(totals.late)],
  ];
}

function filterText(filter: Filter, { zone }: ReportQuery, catalogue: Catalogue): string {
  const column = columnNamed(catalogue, filter.column);
  if (!column) return filter.column;
  const { anyOf = [], contains, from, to } = filter;
  const words = [
    ...anyOf.map((value) => (value === null ? none : (values[column.id]?.[String(value)] ?? String(value)))),
    ...(contains === undefined ? [] : [t("contains", { text: contains })]),
    ...boundsText(column, from, to, zone),
  ];
  return t("filter", { column: head(column), values: words.join(t("or")) });
}

type Bound = string | number | undefined;

function boundsText({ type }: Column, from: Bound, to: Bound, zone: string): string[] {
  const isTime = type === "moment" || type === "date";
  const shown = (bound: string | number) => {
    if (typeof bound === "number") return csvFigure(type, bound);
    return type === "moment" ? timeShown(new Date(bound), zone) : bound;
  };
  if (from !== undefined && to !== undefined) return [t("between", { from: shown(from), to: shown(to) })];
  if (from !== undefined) return [t(isTime ? "since" : "from", { from: shown(from) })];
  if (to === undefined) return [];
  return [t(type === "moment" ? "before" : "to", { to: shown(to) })];
}
