"use client";

import { LogOut } from "lucide-react";
import { type ReactNode, useMemo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Badge } from "@/components/ui/badge";
import { formatDuration } from "@/components/ui/duration";
import { formatExact } from "@/components/ui/moment";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { Duration } from "@/components/ui/relative-time";
import { serverNow } from "@/components/ui/server-clock";
import { StateIcon } from "@/components/ui/state-icon";
import { Tooltip } from "@/components/ui/tooltip";
import type { UserRow } from "@/lib/users/row";
import { Moment } from "../../_components/moment";
import { AppName } from "../../_components/unknown-version";

type ColumnId =
  | "state"
  | "name"
  | "username"
  | "team"
  | "roles"
  | "app"
  | "os"
  | "device"
  | "since"
  | "timeInState"
  | "contact"
  | "lastSeen"
  | "personnelNumber"
  | "email";

/** The columns that tell who somebody is, and from where and since when they are signed in. */
export function useUserColumns({ now }: { now: string }): ColumnSpec<UserRow>[] {
  const t = useTranslations();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  return useMemo(() => {
    const reader = { locale, timeZone };
    const column = (id: Parameters<typeof header>[0]) => ({ id, header: header(id) });
    const header = (id: ColumnId) => t(`users.column.${id}`);
    const stateOf = (row: UserRow) => (row.open && row.state ? row.state : "signed_out");
    const stateWords = (row: UserRow) => [t(`state.${stateOf(row)}`), row.reason].filter(Boolean).join(", ");
    const msInState = (since: string) => serverNow(Date.parse(now)) - Date.parse(since);
    const inTouch = (row: UserRow) => row.open && row.contact === "connected";
    const signedOutAt = (at: string) => `${t("users.signed-out")} ${formatExact(at, reader)}`;

    const columns: ColumnSpec<UserRow>[] = [
      {
        ...column("state"),
        quiet: true,
        width: 64,
        sortValue: stateOf,
        text: (row) => t(`state.${stateOf(row)}`),
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
          <span className="flex min-w-0 items-center gap-1.5">
            <span className="truncate">{row.name}</span>
            {row.disabled && <Badge>{t("users.disabled")}</Badge>}
          </span>
        ),
      },
      { ...column("username"), width: 115, sortValue: (row) => row.username, cell: (row) => row.username },
      { ...column("team"), width: 125, sortValue: (row) => row.team, cell: (row) => row.team },
      {
        ...column("app"),
        width: 192,
        sortValue: (row) => row.app,
        cell: (row) => <Now row={row}>{row.app && <AppName app={row.app} known={row.versionKnown} />}</Now>,
      },
      {
        ...column("os"),
        width: 112,
        sortValue: (row) => row.os,
        cell: (row) => <Now row={row}>{row.os}</Now>,
      },
      {
        ...column("device"),
        width: 112,
        sortValue: (row) => row.device,
        cell: (row) => <Now row={row}>{row.device}</Now>,
      },
      {
        ...column("since"),
        width: 145,
        sortValue: (row) => (row.open ? row.loginAt : row.logoutAt),
        text: (row) => {
          if (row.open) return row.loginAt ? formatExact(row.loginAt, reader) : "";
          return row.logoutAt ? signedOutAt(row.logoutAt) : t("users.never");
        },
        cell: (row) =>
          row.open ? (
            row.loginAt && <Moment at={row.loginAt} now={now} />
          ) : (
            <Now row={row}>
              {row.logoutAt ? (
                <>
                  <LogOut aria-label={t("users.signed-out")} className="mr-1 inline size-3" />
                  <Moment at={row.logoutAt} now={now} />
                </>
              ) : (
                t("users.never")
              )}
            </Now>
          ),
      },
      {
        ...column("timeInState"),
        hidden: true,
        width: 190,
        sortValue: (row) => (row.open ? row.stateSince : null),
        text: (row) =>
          row.open && row.stateSince
            ? `${stateWords(row)}, ${formatDuration(msInState(row.stateSince), true)}`
            : "",
        cell: (row) =>
          row.open &&
          row.stateSince && (
            <span className="flex items-center justify-between gap-2">
              <span className="min-w-0 truncate">{stateWords(row)}</span>
              <Duration
                ticking
                hours
                since={row.stateSince}
                ms={Math.max(0, Date.parse(now) - Date.parse(row.stateSince))}
              />
            </span>
          ),
      },
      {
        ...column("contact"),
        hidden: true,
        width: 145,
        text: (row) => (row.open && row.contact ? t(`users.filter.contact-kind.${row.contact}`) : ""),
        cell: (row) => row.open && row.contact && t(`users.filter.contact-kind.${row.contact}`),
      },
      {
        ...column("lastSeen"),
        hidden: true,
        width: 130,
        sortValue: (row) => row.lastSeenAt,
        text: (row) =>
          inTouch(row) ? t("users.in-touch") : row.lastSeenAt ? formatExact(row.lastSeenAt, reader) : "",
        // Whoever is in touch was seen at whatever moment one looks.
        cell: (row) => (
          <Now row={row}>
            {inTouch(row) ? t("users.in-touch") : row.lastSeenAt && <Moment at={row.lastSeenAt} now={now} />}
          </Now>
        ),
      },
      {
        ...column("personnelNumber"),
        hidden: true,
        width: 140,
        sortValue: (row) => row.personnelNumber,
        cell: (row) => row.personnelNumber,
      },
      {
        ...column("email"),
        hidden: true,
        width: 190,
        sortValue: (row) => row.email,
        cell: (row) => row.email,
      },
      {
        ...column("roles"),
        width: 105,
        text: (row) => row.roles.map((role) => t(`role.${role}`)).join(", "),
        cell: (row) => row.roles.map((role) => t(`role.${role}`)).join(", "),
      },
    ];
    return columns;
  }, [t, now, locale, timeZone]);
}

/** The facts of a session: quieter where it has ended. */
function Now({ row, children }: { row: UserRow; children: ReactNode }) {
  return <span className={row.open ? "" : "text-ink-3"}>{children}</span>;
}
