import { createTranslator } from "use-intl/core";
import { type Catalogue, type Column, columnNamed, type FixedColumn, isFixed } from "./catalogue";
import { timeShown } from "./clock";
import { csvFigure } from "./csv-cells";
import type { Filter } from "./filters";
import type { ReportTotals } from "./row";
import type { ReportQuery } from "./schema";
import type { ExportTexts, Fact } from "./sheet";

type Key =
  | "title"
  | "about"
  | "groups"
  | "more-groups"
  | "no-groups"
  | "total"
  | "total-of"
  | "report"
  | "seconds"
  | "filter"
  | "or";
type FactKey =
  | "report"
  | "from"
  | "to"
  | "zone"
  | "edges"
  | "days"
  | "turn"
  | "as-of"
  | "replica"
  | "filter"
  | "group"
  | "rows"
  | "open"
  | "last-seen"
  | "late";
type BoundKey = "contains" | "from" | "to" | "since" | "before" | "between";
type Texts<K extends string> = Readonly<Record<K, string>>;

/** The part of the message file that exports are worded with. */
type Messages = {
  "report-export": Texts<Key | BoundKey> & {
    fact: Texts<FactKey>;
    edges: Texts<ReportQuery["edges"]>;
    days: Texts<ReportQuery["days"]>;
  };
  reports: {
    column: Texts<FixedColumn | "reason">;
    value: Readonly<
      Record<"flag" | "logoutType" | "cause" | "certainty" | "platform", Readonly<Record<string, string>>>
    > & { none: string };
  };
};

type Bound = string | number | undefined;

/** The words of exports in a language; there are columns that only this Rollcall has. */
export function exportTextsIn(locale: "en-GB", messages: Messages) {
  const t = createTranslator({ locale, messages, namespace: "report-export" });
  const columnText = createTranslator({ locale, messages, namespace: "reports.column" });
  const { value } = messages.reports;
  const { none, flag, logoutType, cause, certainty, platform } = value;
  const values: ExportTexts["values"] = { logoutType, cause, certainty, platform, reportedLate: flag };

  const head = ({ id, reason }: Column) => {
    if (reason) return columnText("reason", { reason: reason.name });
    return isFixed(id) ? columnText(id) : id;
  };

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
      ...anyOf.map((value) =>
        value === null ? none : (values[column.id]?.[String(value)] ?? String(value)),
      ),
      ...(contains === undefined ? [] : [t("contains", { text: contains })]),
      ...boundsText(column, from, to, zone),
    ];
    return t("filter", { column: head(column), values: words.join(t("or")) });
  }

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

  return (catalogue: Catalogue): ExportTexts => ({
    title: t("title"),
    about: t("about"),
    groups: t("groups"),
    group: t("fact.group"),
    groupRows: t("fact.rows"),
    total: t("total"),
    totalOf: (column) => t("total-of", { column }),
    head,
    values,
    none,
    moreGroups: (listed) => [t("groups"), t("more-groups", { listed })],
    noGroups: [t("groups"), t("no-groups")],
    facts: (query, totals) => factsOf(query, totals, catalogue),
  });
}
