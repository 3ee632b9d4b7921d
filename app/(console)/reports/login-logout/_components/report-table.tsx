"use client";

import clsx from "clsx";
import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import { useRoom } from "@/components/arrange/drag-board";
import { Grid } from "@/components/grid/grid";
import { Card } from "@/components/ui/card";
import { type Catalogue, type Column, columnNamed } from "@/lib/reports/catalogue";
import { groupedBy, headZone, inHead, placed, shelfZone } from "./board";
import type { Reading } from "./formats";
import { GroupArea } from "./group-area";
import { HeadMenu } from "./head-menu";
import { NoReport, NoRows, RowsComing } from "./no-rows";
import type { Totals } from "./read-report";
import { useReportColumns } from "./report-columns";
import type { Line } from "./tree";
import { useColumnWords } from "./use-column-words";
import type { useLines } from "./use-lines";
import type { Report } from "./use-report";

type Props = {
  catalogue: Catalogue;
  report: Report;
  lines: ReturnType<typeof useLines>;
  totals: Totals | null;
  reading: Reading;
  /** Rows may be missing for the filters. */
  narrowed: boolean;
  /** Before which column something that is dragged would land; `undefined` where it would not. */
  landing: Record<"inHead" | "inGroups", string | null | undefined>;
  onFilter: (column: Column) => void;
  onUnfilter: () => void;
};

const rowId = (line: Line) => line.id;
const isHeading = (line: Line) => line.kind === "group";
const resting = { id: "login", desc: false };

const hrefOf = (line: Line) =>
  line.kind === "row"
    ? `/users/${encodeURIComponent(line.row.username)}/login-info?session=${line.row.sessionId}`
    : undefined;

/** What the rows are grouped by, and the rows with what they come to. */
export function ReportTable({ catalogue, report, lines, totals, reading, narrowed, landing, ...on }: Props) {
  const t = useTranslations("reports");
  const words = useColumnWords();
  const { content, arrange, change } = report;
  const { toggle, stale } = lines;
  const dimmed = stale && lines.source.total > 0;
  const shown = useMemo(() => inHead(content), [content]);
  const columns = useReportColumns({ catalogue, shown, group: content.group, reading, onToggle: toggle });
  const layout = useMemo(
    () => ({ ...content, order: columns.map(({ id }) => id), hidden: {} }),
    [content, columns],
  );

  function toolsOf(id: string) {
    const column = columnNamed(catalogue, id);
    if (!column) return undefined;
    return {
      menu: (
        <HeadMenu
          column={column}
          name={words.nameOf(column)}
          content={content}
          onChange={change}
          onArrange={arrange}
          onFilter={() => on.onFilter(column)}
        />
      ),
      onRemove: () => arrange(placed(content, id, { zone: shelfZone, before: null })),
    };
  }

  return (
    <Room>
      <GroupArea
        catalogue={catalogue}
        group={content.group}
        landing={landing.inGroups}
        onAdd={(id) => change(groupedBy(content, id))}
        onRemove={(id) => change({ ...content, group: content.group.filter((other) => other !== id) })}
      />
      {lines.refused ? (
        <NoReport refused={lines.refused} onAgain={lines.refresh} />
      ) : (
        <div aria-busy={stale} className={clsx("flex min-h-0 flex-col", dimmed && "opacity-60")}>
          <Grid
            label={t("title")}
            columns={columns}
            rows={lines.source}
            rowId={rowId}
            href={hrefOf}
            onOpen={(line) => line.kind === "group" && toggle(line.id)}
            heading={isHeading}
            foot={{ kind: "total", id: "total", totals }}
            sort={content.sort}
            resting={content.group.length === 0 ? resting : undefined}
            onSort={(sort) => change({ ...content, sort })}
            layout={layout}
            onLayout={({ widths }) => arrange({ ...content, widths })}
            board={{ zone: headZone, landing: landing.inHead }}
            tools={toolsOf}
            className="min-h-0"
            empty={stale ? <RowsComing /> : <NoRows narrowed={narrowed} onClear={on.onUnfilter} />}
          />
        </div>
      )}
    </Room>
  );
}

/** Something dropped anywhere over the table lands in it. */
function Room({ children }: { children: ReactNode }) {
  const room = useRoom(headZone);
  return (
    <Card flush className="flex min-h-0 flex-col">
      <div ref={room.ref} className="flex min-h-0 flex-col">
        {children}
      </div>
    </Card>
  );
}
