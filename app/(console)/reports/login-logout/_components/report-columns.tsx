"use client";

import { ChevronRight } from "lucide-react";
import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { countFormat } from "@/components/ui/formats";
import { type Catalogue, type Column, type ColumnType, columnNamed } from "@/lib/reports/catalogue";
import { Cell, Figure } from "./cell";
import { formatDate, type Reading } from "./formats";
import type { GroupLine, Line } from "./tree";
import { useColumnWords } from "./use-column-words";

/** The column that groups are named in. */
export const leadId = "lead";

type Input = {
  catalogue: Catalogue;
  shown: readonly string[];
  group: readonly string[];
  reading: Reading;
  onToggle: (id: string) => void;
};

const widths: Record<ColumnType, number> = {
  text: 150,
  enum: 130,
  flag: 110,
  moment: 150,
  date: 116,
  duration: 132,
  percent: 116,
  count: 110,
};
const ownWidths: Partial<Record<string, number>> = {
  agent: 176,
  sessionId: 290,
  logout: 166,
  logoutType: 132,
  loginTime: 124,
  workingTime: 178,
  browser: 160,
};
const toTheEnd: readonly ColumnType[] = ["duration", "percent", "count"];

/** The columns of the report as the table shows them: what rows are grouped by stands in one column before the others. */
export function useReportColumns({ catalogue, shown, group, reading, onToggle }: Input): ColumnSpec<Line>[] {
  const t = useTranslations("reports");
  const words = useColumnWords();

  return useMemo(() => {
    const known = (id: string) => columnNamed(catalogue, id) ?? [];
    const others = shown.filter((id) => !group.includes(id)).flatMap(known);
    const specs = others.map(
      (column, place): ColumnSpec<Line> => ({
        id: column.id,
        header: words.nameOf(column),
        width: ownWidths[column.id] ?? widths[column.type],
        align: toTheEnd.includes(column.type) ? "end" : "start",
        ...(group.length === 0 && place === 0 && { primary: true }),
        sortValue: () => null,
        text: (line) => textOf(line, column),
        cell: (line) => {
          if (line.kind === "row") return <Cell column={column} reading={reading} row={line.row} />;
          if (place === 0 && group.length === 0 && column.sum === "none" && line.kind === "total")
            return <Total rows={line.totals?.rows} />;
          if (column.sum === "none") return null;
          const sums = line.kind === "group" ? line.group : line.totals;
          return <Figure column={column} reading={reading} value={sums?.values[column.id]} />;
        },
      }),
    );
    if (group.length === 0) return specs;
    const lead: ColumnSpec<Line> = {
      id: leadId,
      header: group.flatMap(known).map(words.nameOf).join(", "),
      width: 260,
      primary: true,
      fixed: true,
      cell: (line) => {
        if (line.kind === "total") return <Total rows={line.totals?.rows} />;
        return line.kind === "group" ? (
          <Lead line={line} label={labelOf(line)} onToggle={onToggle} />
        ) : (
          <span className="sr-only">{t("row-of-group")}</span>
        );
      },
    };
    function labelOf({ group: { path } }: GroupLine) {
      const last = path.at(-1);
      const column = last && columnNamed(catalogue, last.column);
      if (!last || !column) return "";
      return column.type === "date" && typeof last.label === "string"
        ? formatDate(last.label, reading)
        : words.valueOf(column, last.label);
    }
    return [lead, ...specs];
  }, [catalogue, shown, group, reading, onToggle, words, t]);
}

/** As copying takes it: the bare value. */
function textOf(line: Line, { id }: Column): string {
  const values = line.kind === "row" ? line.row.values : line.kind === "group" ? line.group.values : {};
  return String(values[id] ?? "");
}

type LeadProps = { line: GroupLine; label: string; onToggle: (id: string) => void };

function Lead({ line, label, onToggle }: LeadProps) {
  const locale = useLocale();
  return (
    <button
      type="button"
      tabIndex={-1}
      aria-expanded={line.open}
      onClick={() => onToggle(line.id)}
      className="flex max-w-full items-center gap-1.5 rounded-sm text-left"
      style={{ paddingInlineStart: `${line.depth * 1.1}rem` }}
    >
      <ChevronRight
        aria-hidden
        className={`size-3.5 shrink-0 text-ink-3 transition-transform ${line.open ? "rotate-90" : ""}`}
      />
      <span className="truncate">{label}</span>
      <span className="num shrink-0 font-normal text-ink-3 text-xs">
        {countFormat(locale).format(line.group.rows)}
      </span>
    </button>
  );
}

function Total({ rows }: { rows: number | undefined }) {
  const t = useTranslations("reports");
  return rows === undefined ? t("total-coming") : t("total", { count: rows });
}
