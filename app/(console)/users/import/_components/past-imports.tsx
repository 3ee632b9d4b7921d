"use client";

import { useMemo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Card, CardHeader } from "@/components/ui/card";
import { formatTime } from "@/components/ui/moment";
import type { PastImport } from "@/lib/imports/queries";
import { Moment } from "../../../_components/moment";

const tones: Partial<Record<PastImport["state"], BadgeTone>> = {
  done: "ready",
  stopped: "warn",
  running: "accent",
  undoing: "accent",
};

/** Who imported what, and what can still be undone. */
export function PastImports({ imports, now }: { imports: PastImport[]; now: string }) {
  const t = useTranslations("import");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const columns = useMemo((): ColumnSpec<PastImport>[] => {
    const count = (id: "created" | "updated" | "skipped") => ({
      id,
      header: t(`column.${id}`),
      align: "end" as const,
      width: 90,
      cell: (row: PastImport) => <span className="num">{row[id].toLocaleString(locale)}</span>,
    });
    const undoable = (row: PastImport) => row.undoUntil !== null && row.undoUntil > now;
    return [
      {
        id: "file",
        header: t("column.file"),
        primary: true,
        width: 240,
        cell: (row) => row.fileName,
      },
      {
        id: "state",
        header: t("column.state"),
        width: 130,
        cell: (row) => <Badge tone={tones[row.state] ?? "neutral"}>{t(`state.${row.state}`)}</Badge>,
      },
      {
        id: "when",
        header: t("column.when"),
        width: 140,
        cell: (row) => <Moment at={row.startedAt} now={now} />,
      },
      { id: "by", header: t("column.by"), width: 160, cell: (row) => row.by ?? t("by-program") },
      count("created"),
      count("updated"),
      count("skipped"),
      {
        id: "undo",
        header: t("column.undo"),
        width: 150,
        cell: (row) =>
          undoable(row) && row.undoUntil
            ? t("undo-until", { time: formatTime(row.undoUntil, { locale, timeZone }) })
            : "",
      },
    ];
  }, [t, locale, timeZone, now]);

  return (
    <Card flush>
      <CardHeader title={t("past")} className="px-4 pt-3.5 pb-2" />
      <Grid
        label={t("past")}
        columns={columns}
        rows={imports}
        rowId={(row) => row.id}
        href={(row) => `/users/import/${row.id}`}
      />
    </Card>
  );
}
