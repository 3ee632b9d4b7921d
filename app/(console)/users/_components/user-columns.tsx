"use client";

import { type ReactNode, useMemo } from "react";
import { useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Badge } from "@/components/ui/badge";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { StateIcon } from "@/components/ui/state-icon";
import { Tooltip } from "@/components/ui/tooltip";
import type { LiveRow } from "@/lib/live/row";
import { Moment } from "../../_components/moment";
import { AppName } from "../../_components/unknown-version";

/** The columns that tell who somebody is, and from where and since when they are signed in. */
export function useUserColumns({ now, sortable }: { now: string; sortable: boolean }): ColumnSpec<LiveRow>[] {
  const t = useTranslations();
  return useMemo(() => {
    const column = (id: Parameters<typeof header>[0]) => ({ id, header: header(id) });
    const header = (
      id: "state" | "name" | "username" | "team" | "roles" | "app" | "os" | "device" | "since",
    ) => t(`users.column.${id}`);
    const stateOf = (row: LiveRow) => (row.open && row.state ? row.state : "signed_out");

    const columns: ColumnSpec<LiveRow>[] = [
      {
        ...column("state"),
        quiet: true,
        width: 72,
        sortValue: stateOf,
        cell: (row) => (
          <span className="flex items-center gap-1">
            <Tooltip content={t(`state.${stateOf(row)}`)}>
              <span className="inline-grid">
                <StateIcon shape={stateOf(row)} label={t(`state.${stateOf(row)}`)} />
              </span>
            </Tooltip>
            {row.open && row.platform === "mobile" && (
              <PhoneIcon label={[row.app, row.os, row.device].filter(Boolean).join(", ")} />
            )}
          </span>
        ),
      },
      {
        ...column("name"),
        primary: true,
        width: 165,
        sortValue: (row) => row.name,
        cell: (row) => (
          <>
            {row.name} {row.disabled && <Badge>{t("users.disabled")}</Badge>}
          </>
        ),
      },
      { ...column("username"), width: 100, sortValue: (row) => row.username, cell: (row) => row.username },
      { ...column("team"), width: 120, sortValue: (row) => row.team, cell: (row) => row.team },
      {
        ...column("app"),
        width: 210,
        sortValue: (row) => row.app,
        cell: (row) => <Now row={row}>{row.app && <AppName app={row.app} known={row.versionKnown} />}</Now>,
      },
      {
        ...column("os"),
        width: 110,
        sortValue: (row) => row.os,
        cell: (row) => <Now row={row}>{row.os}</Now>,
      },
      {
        ...column("device"),
        width: 110,
        sortValue: (row) => row.device,
        cell: (row) => <Now row={row}>{row.device}</Now>,
      },
      {
        ...column("since"),
        width: 145,
        sortValue: (row) => (row.open ? row.loginAt : row.logoutAt),
        cell: (row) =>
          row.open
            ? row.loginAt && <Moment at={row.loginAt} now={now} />
            : row.logoutAt && (
                <Now row={row}>
                  {t("users.until")} <Moment at={row.logoutAt} now={now} />
                </Now>
              ),
      },
      {
        ...column("roles"),
        width: 110,
        cell: (row) => row.roles.map((role) => t(`role.${role}`)).join(", "),
      },
    ];
    return sortable ? columns : columns.map(({ sortValue, ...rest }) => rest);
  }, [t, now, sortable]);
}

/** The facts of a session: quieter where it has ended. */
function Now({ row, children }: { row: LiveRow; children: ReactNode }) {
  return <span className={row.open ? "" : "text-ink-3"}>{children}</span>;
}
