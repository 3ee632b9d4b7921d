import { textsOf } from "@/app/_edges/texts";
import { type Catalogue, type Column, columnNamed } from "@/lib/reports/catalogue";
import type { GroupKey, ReportRow, Value } from "@/lib/reports/row";
import type { ExportTexts } from "@/lib/reports/sheet";
import { formatDate, formatFigure, formatStamp, type Reading } from "../../_components/formats";

const t = textsOf("reports");

export type PrintWords = Pick<ExportTexts, "head" | "values">;

/** What columns and their values are called on paper, where nothing can be pointed at. */
export function printWords({ head, values }: PrintWords, reading: Reading) {
  function text(column: Column, value: Value): string {
    if (value === null || value === "") return t("value.none");
    if (typeof value === "number") return formatFigure(column, value, reading);
    if (column.type === "date") return formatDate(String(value), reading);
    return values[column.id]?.[String(value)] ?? String(value);
  }

  function cell(column: Column, row: ReportRow): string {
    const value = row.values[column.id] ?? null;
    if (column.id === "logout" && row.open) return t("still");
    if (value === null) return "–";
    if (column.type !== "moment") return text(column, value);
    const at = formatStamp(String(value), reading);
    if (column.id === "login") return row.cutBefore ? `« ${at}` : at;
    if (column.id !== "logout") return at;
    return [at, ...(row.lost ? [`(${t("lost")})`] : []), ...(row.cutAfter ? ["»"] : [])].join(" ");
  }

  function label(group: GroupKey | undefined, catalogue: Catalogue): string {
    const column = group && columnNamed(catalogue, group.column);
    return column ? text(column, group.label) : "";
  }

  return { head, cell, label };
}
