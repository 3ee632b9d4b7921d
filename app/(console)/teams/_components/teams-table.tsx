"use client";

import { UsersRound } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

type Team = { id: string; name: string; members: number; signedIn: number; supervisors: string[] };

export function TeamsTable({ teams }: { teams: Team[] }) {
  const t = useTranslations("teams");
  const columns = useMemo(
    (): ColumnSpec<Team>[] => [
      {
        id: "name",
        header: t("column.name"),
        width: 420,
        sortValue: (team) => team.name,
        cell: (team) => team.name,
      },
      {
        id: "members",
        header: t("column.members"),
        align: "end",
        width: 90,
        sortValue: (team) => team.members,
        cell: (team) => team.members,
      },
      {
        id: "signedIn",
        header: t("column.signed-in"),
        align: "end",
        width: 100,
        sortValue: (team) => team.signedIn,
        cell: (team) => team.signedIn,
      },
      {
        id: "supervisors",
        header: t("column.supervisors"),
        width: 320,
        cell: (team) => team.supervisors.join(", "),
      },
    ],
    [t],
  );
  return (
    <Card flush>
      <Grid
        label={t("label")}
        columns={columns}
        rows={teams}
        rowId={(team) => team.id}
        empty={
          <EmptyState icon={<UsersRound />} title={t("empty")}>
            {t("empty-text")}
          </EmptyState>
        }
      />
    </Card>
  );
}
