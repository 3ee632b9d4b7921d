"use client";

import clsx from "clsx";
import { PanelLeft, Redo2, Undo2 } from "lucide-react";
import { useMemo, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { Views } from "@/app/_edges/views";
import { DragBoard } from "@/components/arrange/drag-board";
import { PageHeader } from "@/components/shell/page-header";
import { Button } from "@/components/ui/button";
import { writeCookie } from "@/components/ui/cookie";
import { useWideWindow } from "@/components/ui/wide-window";
import { filteredColumns, filterNames } from "@/lib/reports/address";
import type { Catalogue, Column } from "@/lib/reports/catalogue";
import { addColumn } from "@/lib/reports/layout";
import { isZone } from "@/lib/settings/schema";
import { SavedViews } from "../../../_components/saved-views";
import { ViewNotice } from "../../../_components/view-notice";
import { AsOf } from "./as-of";
import { exportedAs, type Held, printedAt } from "./asked";
import { ExportMenu, ExportProgress } from "./export-menu";
import { FilterChips } from "./filter-chips";
import { FilterDialog } from "./filter-dialog";
import { RangeChip } from "./range-chip";
import type { Refusal } from "./read-report";
import type { Reader } from "./report-address";
import { ReportCharts } from "./report-charts";
import { ReportTable } from "./report-table";
import { RuleChips } from "./rule-chips";
import { Shelf } from "./shelf";
import { shelfCookie } from "./shelf-cookie";
import { useBoard } from "./use-board";
import { useExport } from "./use-export";
import { useLines } from "./use-lines";
import { useReport } from "./use-report";
import { useTotals } from "./use-totals";
import { useUndoKeys } from "./use-undo-keys";

type Props = {
  catalogue: Catalogue;
  views: Views;
  teams: readonly { id: string; name: string }[];
  zones: readonly string[];
  reader: Reader;
  first: Held | { refused: Refusal };
  /** As the browser's cookie has it. */
  shelf: string | undefined;
  /** The charts are folded away. */
  folded: boolean;
  /** The reader may have reports sent by mail. */
  schedules: boolean;
  now: string;
};

const nothing = () => {};

export function ReportView({ catalogue, views, teams, zones, reader, first, now, ...given }: Props) {
  const t = useTranslations("reports");
  const report = useReport(views.catalogue, reader);
  const { content, asked } = report;
  const lines = useLines(asked, first);
  const { held } = lines;
  const { totals, ...sums } = useTotals(held);
  const exporting = useExport(exportedAs(asked), held?.asOf ?? null);
  const board = useBoard(catalogue, report);
  const [filtering, setFiltering] = useState<Column | null>(null);
  const [chosen, setChosen] = useState(given.shelf);
  const wide = useWideWindow();
  const shelf = chosen === undefined ? wide : chosen !== "closed";
  useUndoKeys(report);

  const params = new URLSearchParams(asked.report);
  const zone = params.get("zone") ?? reader.timeZone;
  const dayTurn = params.get("dayTurn") ?? "00:00";
  const locale = useLocale();
  // A zone that does not exist is told as a fault of the address; until it is mended, times are read in the reader's.
  const timeZone = isZone(zone) ? zone : reader.timeZone;
  const reading = useMemo(() => ({ locale, timeZone, now }), [locale, timeZone, now]);
  const filtersWithout = (ids: readonly string[]) => {
    const names = ids.flatMap(filterNames);
    return Object.fromEntries(Object.entries(content.filters).filter(([name]) => !names.includes(name)));
  };
  const filter = (id: string, values: string[]) => {
    const others = filtersWithout([id]);
    report.change({ ...content, filters: values.length > 0 ? { ...others, [id]: values } : others });
  };
  const filtered = filteredColumns(content.filters, catalogue);
  const unfiltered = () =>
    report.change({ ...content, filters: filtersWithout(filtered.map(({ column }) => column.id)) });

  function switchShelf() {
    const next = shelf ? "closed" : "open";
    setChosen(next);
    writeCookie(shelfCookie, next);
  }

  return (
    <DragBoard {...board.props}>
      <PageHeader
        title={t("title")}
        actions={
          <>
            <Button variant="ghost" aria-pressed={shelf} onClick={switchShelf}>
              <PanelLeft aria-hidden className="size-3.5" />
              {t("shelf.label")}
            </Button>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("undo")}
              disabled={!report.undo}
              onClick={() => report.undo?.()}
            >
              <Undo2 aria-hidden className="size-4" />
            </Button>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("redo")}
              disabled={!report.redo}
              onClick={() => report.redo?.()}
            >
              <Redo2 aria-hidden className="size-4" />
            </Button>
            <ExportMenu
              exporting={exporting}
              printed={printedAt(asked, held)}
              scheduled={given.schedules ? `/reports/schedules?new=${report.layout}` : null}
              disabled={held === null}
            />
            <SavedViews
              subject="login-logout"
              views={views}
              layout={content}
              onLayout={nothing}
              address={report.address}
              teams={teams}
            />
          </>
        }
      />
      <ViewNotice views={views} />
      <ExportProgress exporting={exporting} />
      <div className="flex min-h-0 flex-1 gap-4">
        {chosen !== "closed" && (
          <div className={clsx("w-52 shrink-0 max-sm:w-40", chosen === undefined && "max-md:hidden")}>
            <div className="sticky top-0 flex h-full max-h-[calc(100dvh-8.5rem)] flex-col">
              <Shelf
                catalogue={catalogue}
                taken={board.taken}
                landing={board.onShelf}
                onAdd={(id) => report.arrange(addColumn(content, id, null))}
              />
            </div>
          </div>
        )}
        <div className="flex min-w-0 flex-1 flex-col gap-4">
          <div className="flex flex-wrap items-center gap-1.5">
            <RangeChip
              preset={params.get("preset")}
              range={held && asked.report === held.report ? held : null}
              reading={reading}
              dayTurn={dayTurn}
              onChange={report.set}
            />
            <RuleChips
              zone={zone}
              zones={zones}
              edges={params.get("edges") ?? "clip"}
              days={params.get("days") ?? "join"}
              dayTurn={dayTurn}
              onChange={report.set}
            />
            <FilterChips
              catalogue={catalogue}
              filtered={filtered}
              reading={reading}
              onOpen={setFiltering}
              onClear={(id) => filter(id, [])}
            />
            <AsOf
              held={held}
              totals={totals}
              stale={lines.stale}
              sums={sums}
              reading={reading}
              onRefresh={lines.refresh}
            />
          </div>
          <div className={lines.refused ? "hidden" : "shrink-0"}>
            <ReportCharts
              query={asked.report}
              asOf={held && held.report === asked.report ? held.asOf : null}
              group={content.group}
              timeZone={timeZone}
              folded={given.folded}
              onFilter={filter}
            />
          </div>
          <ReportTable
            catalogue={catalogue}
            report={report}
            lines={lines}
            totals={totals}
            reading={reading}
            landing={{ inHead: board.inHead, inGroups: board.inGroups }}
            narrowed={filtered.length > 0}
            onFilter={setFiltering}
            onUnfilter={unfiltered}
          />
        </div>
      </div>
      {filtering && (
        <FilterDialog
          column={filtering}
          values={filtered.find(({ column }) => column.id === filtering.id)?.values ?? []}
          report={asked.report}
          reading={reading}
          onChange={(values) => filter(filtering.id, values)}
          onClose={() => setFiltering(null)}
        />
      )}
    </DragBoard>
  );
}
