"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { Card, CardHeader } from "@/components/ui/card";
import type { UndoException } from "@/lib/imports/queries";

/** Whom undoing did not take back, each by name and with the reason. */
export function Exceptions({ people }: { people: readonly UndoException[] }) {
  const t = useTranslations("import");
  const columns = useMemo(
    (): ColumnSpec<UndoException>[] => [
      { id: "name", header: t("field.name"), primary: true, width: 190, cell: ({ name }) => name },
      { id: "username", header: t("field.username"), width: 150, cell: ({ username }) => username },
      {
        id: "reason",
        header: t("column.reason"),
        width: 520,
        cell: ({ undone }) => t(`exception.${undone}`),
      },
    ],
    [t],
  );
  const label = t("exceptions", { count: people.length });

  return (
    <Card flush>
      <CardHeader title={label} className="px-4 pt-3.5 pb-2" />
      <Grid
        label={label}
        columns={columns}
        rows={people}
        rowId={({ username }) => username}
        href={({ username }) => `/users/${encodeURIComponent(username)}`}
        className="max-h-96"
      />
    </Card>
  );
}
