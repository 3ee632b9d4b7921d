"use client";

import { CornerDownRight } from "lucide-react";
import { useMemo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Badge } from "@/components/ui/badge";
import { DesktopIcon } from "@/components/ui/desktop-icon";
import { formatExact, formatMomentBeside } from "@/components/ui/moment";
import { PhoneIcon } from "@/components/ui/phone-icon";
import { Duration } from "@/components/ui/relative-time";
import { Tooltip } from "@/components/ui/tooltip";
import { DeviceName } from "../../../../_components/device-name";
import { Moment } from "../../../../_components/moment";
import { AppName } from "../../../../_components/unknown-version";
import type { HistoryRow } from "./history-row";
import { useEndedWords } from "./use-ended-words";

export function useHistoryColumns(now: string): ColumnSpec<HistoryRow>[] {
  const t = useTranslations("login-info");
  const ended = useEndedWords();
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  return useMemo(() => {
    const reader = { locale, timeZone, now };
    const lengthMs = (row: HistoryRow) => Date.parse(row.logout ?? now) - Date.parse(row.login);

    return [
      {
        id: "login",
        header: t("column.login"),
        width: 130,
        sortValue: (row) => row.login,
        cell: (row) => (
          <span className="flex items-center gap-1">
            <Moment at={row.login} now={now} />
            {row.resumedFrom && <Resumed at={row.resumedFrom.at} beside={row.login} now={now} />}
          </span>
        ),
      },
      {
        id: "logout",
        header: t("column.logout"),
        width: 116,
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
        cell: (row) => {
          const Icon = row.mobile ? PhoneIcon : DesktopIcon;
          return (
            <span className="flex">
              <Icon size={20} label={[row.app, row.os, row.device].filter(Boolean).join(", ")} />
            </span>
          );
        },
      },
      {
        id: "app",
        header: t("column.app"),
        width: 200,
        sortValue: (row) => row.app,
        cell: (row) => <AppName app={row.app} known={row.versionKnown} />,
      },
      {
        id: "device",
        header: t("column.device"),
        width: 112,
        sortValue: (row) => row.device,
        cell: (row) => <DeviceName name={row.device} code={row.deviceCode} />,
      },
      { id: "os", header: t("column.os"), width: 112, sortValue: (row) => row.os, cell: (row) => row.os },
      {
        id: "loginTime",
        header: t("column.login-time"),
        width: 98,
        align: "end",
        sortValue: lengthMs,
        cell: (row) => (
          <Duration
            hours
            ms={lengthMs(row)}
            {...(row.logout === null && { ticking: true, since: row.login })}
          />
        ),
      },
      {
        id: "unknown",
        header: t("unknown"),
        width: 84,
        align: "end",
        sortValue: (row) => row.times.unknown,
        cell: (row) =>
          row.times.unknown > 0 && (
            <Tooltip content={t("unknown-hint")}>
              <span className="text-ink-2">
                <Duration hours ms={row.times.unknown} />
              </span>
            </Tooltip>
          ),
      },
      {
        id: "ended",
        header: t("column.ended"),
        width: 270,
        sortValue: ended,
        cell: (row) => (
          <span className="flex min-w-0 items-center gap-1.5">
            <span className="truncate">
              {ended(row)}
              {row.reason !== null && <span className="text-ink-2"> · {row.reason}</span>}
              {row.resumedBy && (
                <span className="text-ink-2">
                  {" · "}
                  {t("resumed-at", { time: formatMomentBeside(row.resumedBy.at, row.login, reader) })}
                </span>
              )}
            </span>
            {row.lastSeen && row.endedAt && (
              <Tooltip content={t("last-seen-hint", { time: formatExact(row.endedAt, reader) })}>
                <span>
                  <Badge>{t("last-seen-mark")}</Badge>
                </span>
              </Tooltip>
            )}
          </span>
        ),
      },
    ];
  }, [t, ended, now, locale, timeZone]);
}

/** Beside the login of a session that goes on with a lost one. */
function Resumed({ at, beside, now }: { at: string | null; beside: string; now: string }) {
  const t = useTranslations("login-info");
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC", now };
  const label = t("resumed", { time: formatMomentBeside(at ?? beside, beside, reader) });
  return (
    <Tooltip content={label}>
      <span role="img" aria-label={label} className="text-ink-3">
        <CornerDownRight aria-hidden className="size-3.5" />
      </span>
    </Tooltip>
  );
}
