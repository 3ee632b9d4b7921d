"use client";

import { useMemo } from "react";
import { useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Badge } from "@/components/ui/badge";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { StateIcon } from "@/components/ui/state-icon";
import type { LiveRow } from "@/lib/live/row";
import { Moment } from "../../_components/moment";

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
        width: 76,
        sortValue: stateOf,
        cell: (row) => (
          <span className="flex items-center gap-1">
            <StateIcon shape={stateOf(row)} label={t(`state.${stateOf(row)}`)} />
            {row.open && row.platform === "mobile" && (
              <PhoneIcon label={[row.app, row.os, row.device].filter(Boolean).join(", ")} />
            )}
          </span>
        ),
      },
      {
        ...column("name"),
        primary: true,
        width: 180,
        sortValue: (row) => row.name,
        cell: (row) => (
          <>
            {row.name} {row.disabled && <Badge>{t("users.disabled")}</Badge>}
          </>
        ),
      },
      { ...column("username"), width: 110, sortValue: (row) => row.username, cell: (row) => row.username },
      { ...column("team"), width: 120, sortValue: (row) => row.team, cell: (row) => row.team },
      {
        ...column("roles"),
        width: 120,
        cell: (row) => row.roles.map((role) => t(`role.${role}`)).join(", "),
      },
      {
        ...column("app"),
        width: 200,
        sortValue: (row) => (row.open ? row.app : null),
        cell: (row) => row.open && row.app,
      },
      {
        ...column("os"),
        width: 130,
        sortValue: (row) => (row.open ? row.os : null),
        cell: (row) => row.open && row.os,
      },
      {
        ...column("device"),
        width: 130,
        sortValue: (row) => (row.open ? row.device : null),
        cell: (row) => row.open && row.device,
      },
      {
        ...column("since"),
        width: 120,
        sortValue: (row) => (row.open ? row.loginAt : null),
        cell: (row) => row.open && row.loginAt && <Moment at={row.loginAt} now={now} />,
      },
    ];
    return sortable ? columns : columns.map(({ sortValue, ...rest }) => rest);
  }, [t, now, sortable]);
}
