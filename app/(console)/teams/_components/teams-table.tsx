"use client";

import { SearchX, UsersRound } from "lucide-react";
import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ListedTeam } from "@/lib/teams/queries";
import { NewTeam } from "./new-team";

const byName = { id: "name", desc: false };

type Props = {
  teams: ListedTeam[];
  /** Somebody looked for something: an empty list is no empty centre. */
  narrowed: boolean;
  centreSignOutAt: string | null;
  writes: boolean;
};

export function TeamsTable({ teams, narrowed, centreSignOutAt, writes }: Props) {
  const t = useTranslations("teams");
  const columns = useMemo((): ColumnSpec<ListedTeam>[] => {
    const column = (id: Parameters<typeof header>[0]) => ({ id, header: header(id) });
    const header = (
      id: "name" | "members" | "signed-in" | "supervisors" | "apps" | "daily-sign-out" | "limits",
    ) => t(`column.${id}`);
    const signOutOf = (team: ListedTeam) => team.dailySignOutAt ?? centreSignOutAt;

    return [
      {
        ...column("name"),
        primary: true,
        width: 260,
        sortValue: (team) => team.name,
        cell: (team) => team.name,
      },
      {
        ...column("members"),
        align: "end",
        width: 90,
        sortValue: (team) => team.people,
        cell: (team) => <Count>{team.people}</Count>,
      },
      {
        ...column("signed-in"),
        align: "end",
        width: 100,
        sortValue: (team) => team.signedIn,
        cell: (team) => <Count>{team.signedIn}</Count>,
      },
      {
        ...column("supervisors"),
        width: 300,
        sortValue: (team) => team.supervisorCount,
        cell: (team) => {
          const names = team.supervisors.join(", ");
          const others = team.supervisorCount - team.supervisors.length;
          return others > 0 ? t("others", { names, count: others }) : names;
        },
      },
      {
        ...column("apps"),
        width: 110,
        sortValue: (team) => team.allowedApps.join(),
        cell: ({ allowedApps: [first, second] }) => t(`only.${(!second && first) || "both"}`),
      },
      {
        ...column("daily-sign-out"),
        width: 115,
        sortValue: signOutOf,
        cell: (team) => (
          <span className={team.dailySignOutAt === null ? "text-ink-2" : undefined}>
            {signOutOf(team) ?? t("no-sign-out")}
          </span>
        ),
      },
      {
        ...column("limits"),
        align: "end",
        width: 80,
        sortValue: (team) => team.limits.length,
        cell: (team) => <Count>{team.limits.length}</Count>,
      },
    ];
  }, [t, centreSignOutAt]);

  return (
    <Card flush>
      <Grid
        resting={byName}
        label={t("label")}
        columns={columns}
        rows={teams}
        rowId={(team) => team.id}
        href={(team) => `/teams/${team.id}`}
        empty={
          narrowed ? (
            <EmptyState
              icon={<SearchX />}
              title={t("no-match")}
              action={<ButtonLink href="/teams">{t("clear")}</ButtonLink>}
            />
          ) : writes ? (
            <EmptyState icon={<UsersRound />} title={t("empty")} action={<NewTeam />}>
              {t("empty-text")}
            </EmptyState>
          ) : (
            <EmptyState icon={<UsersRound />} title={t("empty-own")}>
              {t("empty-own-text")}
            </EmptyState>
          )
        }
      />
    </Card>
  );
}

/** Nothing to look at stays in the background. */
function Count({ children }: { children: number }) {
  return <span className={children === 0 ? "text-ink-3" : undefined}>{children}</span>;
}
