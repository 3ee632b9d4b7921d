"use client";

import { useMemo } from "react";
import { useLocale, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { Card, CardHeader } from "@/components/ui/card";
import type { Problem } from "@/lib/imports/problem";

/** Lines that were fine in the preview and no longer when they were reached. */
export function LateCard({ problems }: { problems: readonly Problem[] }) {
  const t = useTranslations("import");
  const locale = useLocale();
  const columns = useMemo(
    (): ColumnSpec<Problem>[] => [
      {
        id: "line",
        header: t("column.line"),
        align: "end",
        width: 80,
        cell: ({ line }) => <span className="num">{line.toLocaleString(locale)}</span>,
      },
      {
        id: "problem",
        header: t("column.problem"),
        width: 720,
        cell: ({ code, value, other }) => t(`problem.${code}`, { value, other }),
      },
    ],
    [t, locale],
  );
  const count = new Set(problems.map(({ line }) => line)).size;

  return (
    <Card flush>
      <CardHeader title={t("late", { count })} subtitle={t("late-text")} className="px-4 pt-3.5 pb-2" />
      <Grid
        label={t("late", { count })}
        columns={columns}
        rows={problems}
        rowId={({ line, field, code, value }) => `${line} ${field} ${code} ${value}`}
        className="max-h-96"
      />
    </Card>
  );
}
