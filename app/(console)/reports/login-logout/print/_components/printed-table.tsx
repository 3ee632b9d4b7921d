import clsx from "clsx";
import { textsOf } from "@/app/_edges/texts";
import { countFormat } from "@/components/ui/formats";
import { ScrollRegion } from "@/components/ui/scroll-region";
import { type Catalogue, type Column, columnNamed } from "@/lib/reports/catalogue";
import type { PrintedReport } from "@/lib/reports/printed";
import type { ReportRow } from "@/lib/reports/row";
import type { ReportQuery } from "@/lib/reports/schema";
import { formatFigure, type Reading } from "../../_components/formats";
import { type PrintWords, printWords } from "./print-words";

const t = textsOf("reports");

type PrintedTableProps = {
  report: PrintedReport;
  query: ReportQuery;
  catalogue: Catalogue;
  texts: PrintWords;
  reading: Reading;
};

/** Rows, or groups one within the other, and what all of them come to; plain, so that thousands are light. */
export function PrintedTable({ report, query, catalogue, texts, reading }: PrintedTableProps) {
  const { totals, groups, rows, more } = report;
  const known = (id: string) => columnNamed(catalogue, id) ?? [];
  const by = query.group.flatMap(known);
  const columns = query.columns
    .filter((id) => !query.group.includes(id))
    .flatMap(known)
    // A group has sums alone.
    .filter(({ sum }) => by.length === 0 || sum !== "none");
  const { head, cell, label } = printWords(texts, reading);
  const count = (value: number) => countFormat(reading.locale).format(value);
  const shown = groups.length + rows.length;

  return (
    <>
      <ScrollRegion aria-label={t("title")} className="overflow-x-auto print:overflow-visible">
        <table className="w-full border-collapse text-xs print:text-2xs">
          <thead>
            <tr className="border-line-strong border-b text-left text-ink-2">
              {by.length > 0 && <Head>{by.map(head).join(", ")}</Head>}
              {by.length > 0 && <Head end>{t("print.rows")}</Head>}
              {columns.map((column) => (
                <Head key={column.id} end={isFigure(column)}>
                  {head(column)}
                </Head>
              ))}
            </tr>
          </thead>
          <tbody>
            {groups.map(({ path, rows, values }) => (
              <tr key={path.map(({ key }) => key).join(" ")} className={line}>
                <td className="py-1 pr-3" style={{ paddingInlineStart: `${path.length - 1}rem` }}>
                  {label(path.at(-1), catalogue)}
                </td>
                <Figure>{count(rows)}</Figure>
                {columns.map((column) => (
                  <Sum key={column.id} column={column} values={values} reading={reading} />
                ))}
              </tr>
            ))}
            {rows.map((row) => (
              <tr key={`${row.sessionId} ${row.date}`} className={line}>
                {columns.map((column) => (
                  <td key={column.id} className={clsx("py-1 pr-3", styleOf(column))}>
                    {cell(column, row)}
                  </td>
                ))}
              </tr>
            ))}
            <tr className="break-inside-avoid border-line-strong border-t font-semibold">
              {by.length > 0 && <td className="py-1 pr-3">{t("print.total")}</td>}
              {by.length > 0 && <Figure>{count(totals.rows)}</Figure>}
              {columns.map((column, place) =>
                by.length === 0 && place === 0 && column.sum === "none" ? (
                  <td key={column.id} className="py-1 pr-3">
                    {t("total", { count: totals.rows })}
                  </td>
                ) : (
                  <Sum key={column.id} column={column} values={totals.values} reading={reading} />
                ),
              )}
            </tr>
          </tbody>
        </table>
      </ScrollRegion>
      {more && <p className="font-medium">{t("print.first", { shown: count(shown) })}</p>}
      {rows.some(isCut) && <p className="text-ink-2 text-xs">{t("print.cut")}</p>}
    </>
  );
}

const line = "break-inside-avoid border-line border-b align-top";
const isFigure = ({ type }: Column) => type === "duration" || type === "percent" || type === "count";
const styleOf = (column: Column) =>
  isFigure(column) ? "num text-right" : column.type === "moment" && "num whitespace-nowrap";
const isCut = ({ cutBefore, cutAfter }: ReportRow) => cutBefore || cutAfter;

function Head({ end = false, children }: { end?: boolean; children: string }) {
  return (
    <th scope="col" className={clsx("py-1 pr-3 align-bottom font-medium", end && "text-right")}>
      {children}
    </th>
  );
}

const Figure = ({ children }: { children: string }) => (
  <td className="num py-1 pr-3 text-right">{children}</td>
);

type SumProps = { column: Column; values: Readonly<Record<string, number | null>>; reading: Reading };

function Sum({ column, values, reading }: SumProps) {
  const value = column.sum === "none" ? null : (values[column.id] ?? null);
  return <Figure>{value === null ? "" : formatFigure(column, value, reading)}</Figure>;
}
