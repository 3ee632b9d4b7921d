"use client";

import { useMemo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Badge } from "@/components/ui/badge";
import { formatExact, formatMomentBeside } from "@/components/ui/moment";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { Duration } from "@/components/ui/relative-time";
import { Tooltip } from "@/components/ui/tooltip";
import { Moment } from "../../../../_components/moment";
import { AppName } from "../../../../_components/unknown-version";
import type { HistoryRow } from "./history-row";

export function useHistoryColumns(now: string): ColumnSpec<HistoryRow>[] {
  const t = useTranslations("login-info");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  return useMemo(() => {
    const reader = { locale, timeZone, now };
    const lengthMs = (row: HistoryRow) => Date.parse(row.logout ?? now) - Date.parse(row.login);
    const ended = (row: HistoryRow) =>
      row.cause &&
      t(`cause.${row.cause}`, {
        by: row.endedBy ?? t("cause.somebody"),
        app: row.takenOverBy ?? t("cause.another-app"),
      });

    return [
      {
        id: "login",
        header: t("column.login"),
        width: 120,
        sortValue: (row) => row.login,
        cell: (row) => <Moment at={row.login} now={now} />,
      },
      {
        id: "logout",
        header: t("column.logout"),
        width: 105,
        sortValue: (row) => row.logout,
        cell: (row) =>
          row.logout === null ? (
            t("still")
          ) : (
            <Tooltip content={formatExact(row.logout, reader)}>
              <time dateTime={row.logout} className="num">
                {formatMomentBeside(row.logout, row.login, reader)}
              </time>
            </Tooltip>
          ),
      },
      {
        id: "platform",
        header: t("column.platform"),
        quiet: true,
        width: 44,
        sortValue: (row) => row.mobile,
        cell: (row) =>
          row.mobile && (
            <PhoneIcon size={20} label={[row.app, row.os, row.device].filter(Boolean).join(", ")} />
          ),
      },
      {
        id: "app",
        header: t("column.app"),
        width: 210,
        sortValue: (row) => row.app,
        cell: (row) => <AppName app={row.app} known={row.versionKnown} />,
      },
      {
        id: "device",
        header: t("column.device"),
        width: 115,
        sortValue: (row) => row.device,
        cell: (row) => row.device,
      },
      { id: "os", header: t("column.os"), width: 110, sortValue: (row) => row.os, cell: (row) => row.os },
      {
        id: "loginTime",
        header: t("column.login-time"),
        width: 105,
        align: "end",
        sortValue: lengthMs,
        cell: (row) => (
          <Duration ms={lengthMs(row)} {...(row.logout === null && { ticking: true, since: row.login })} />
        ),
      },
      {
        id: "ended",
        header: t("column.ended"),
        width: 215,
        sortValue: ended,
        cell: (row) => (
          <>
            {row.reason ? <Tooltip content={row.reason}>{<span>{ended(row)}</span>}</Tooltip> : ended(row)}{" "}
            {row.lastSeen && row.endedAt && (
              <Tooltip content={t("last-seen-hint", { time: formatExact(row.endedAt, reader) })}>
                <span>
                  <Badge>{t("last-seen-mark")}</Badge>
                </span>
              </Tooltip>
            )}
          </>
        ),
      },
    ];
  }, [t, now, locale, timeZone]);
}
