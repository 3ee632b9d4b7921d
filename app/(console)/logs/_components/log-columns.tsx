"use client";

import { Pin } from "lucide-react";
import { useMemo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import type { ColumnSpec } from "@/components/grid/column";
import { Badge } from "@/components/ui/badge";
import { formatBytes } from "@/components/ui/bytes";
import { Link } from "@/components/ui/link";
import { formatDay, formatExact } from "@/components/ui/moment";
import { Tooltip } from "@/components/ui/tooltip";
import { type LogRow, statusAt } from "@/lib/logs/row";
import { Moment, MomentBeside } from "../../_components/moment";
import { LogMenu } from "./log-menu";
import { LogStatusNow } from "./log-status";
import type { Powers } from "./powers";

type Given = { powers: Powers; now: string; onDone: () => void };

export function useLogColumns({ powers, now, onDone }: Given): ColumnSpec<LogRow>[] {
  const t = useTranslations("logs");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";

  return useMemo(() => {
    const reader = { locale, timeZone, now };
    return [
      {
        id: "status",
        header: t("column.status"),
        width: 208,
        text: (row) => `${t(`status.${row.status}`)} ${statusAt(row)}`,
        cell: (row) => <LogStatusNow row={row} now={now} />,
      },
      {
        id: "agent",
        header: t("column.agent"),
        width: 122,
        text: (row) => row.name,
        cell: (row) => (
          <Link
            href={`/users/${encodeURIComponent(row.username)}/logs`}
            tabIndex={-1}
            className="underline-offset-2 hover:underline"
          >
            {row.name}
          </Link>
        ),
      },
      {
        id: "reason",
        header: t("column.reason"),
        primary: true,
        width: 170,
        text: (row) => [row.reason, row.ticket].filter(Boolean).join(" · "),
        cell: (row) => (
          <span className="flex min-w-0 items-center gap-1.5 font-medium">
            <span className="truncate">{row.reason}</span>
            {row.ticket !== null && (
              <Badge className="min-w-8 max-w-24 shrink-0">
                <span className="truncate">{row.ticket}</span>
              </Badge>
            )}
          </span>
        ),
      },
      {
        id: "level",
        header: t("column.level"),
        width: 72,
        text: (row) => t(`level.${row.level}`),
        cell: (row) => t(`level.${row.level}`),
      },
      {
        id: "size",
        header: t("column.size"),
        width: 160,
        align: "end",
        text: (row) => String(row.lines),
        cell: (row) =>
          row.lines === 0 ? (
            <span className="text-ink-3">–</span>
          ) : (
            <span className="num">
              {t("lines", { count: row.lines })}{" "}
              <span className="text-ink-2">· {formatBytes(row.bytes, locale)}</span>
            </span>
          ),
      },
      {
        id: "askedBy",
        header: t("column.asked-by"),
        width: 88,
        text: (row) => row.askedBy ?? t(row.byProgram ? "by-program" : "by-unknown"),
        cell: (row) =>
          row.askedBy ?? <span className="text-ink-2">{t(row.byProgram ? "by-program" : "by-unknown")}</span>,
      },
      {
        id: "requested",
        header: t("column.requested"),
        width: 128,
        text: (row) => row.requestedAt,
        cell: (row) => <Moment at={row.requestedAt} now={now} />,
      },
      {
        id: "until",
        header: t("column.until"),
        width: 128,
        text: (row) => row.until,
        cell: (row) => (
          <span className={row.endedAt === null ? "" : "text-ink-3"}>
            <MomentBeside at={row.until} now={now} />
          </span>
        ),
      },
      {
        id: "expires",
        header: t("column.expires"),
        width: 74,
        text: (row) => row.expiresAt ?? (row.kept ? t("kept") : ""),
        cell: (row) => {
          if (row.kept)
            return (
              <span className="flex items-center gap-1 text-ink-2">
                <Pin aria-hidden className="size-3" />
                {t("kept")}
              </span>
            );
          return (
            row.expiresAt && (
              <Tooltip content={formatExact(row.expiresAt, reader)}>
                <time dateTime={row.expiresAt}>{formatDay(row.expiresAt, reader)}</time>
              </Tooltip>
            )
          );
        },
      },
      {
        id: "team",
        header: t("column.team"),
        width: 84,
        text: (row) => row.team,
        cell: (row) => row.team,
      },
      {
        id: "actions",
        header: t("column.actions"),
        quiet: true,
        width: 52,
        text: () => "",
        cell: (row) => <LogMenu row={row} powers={powers} onDone={onDone} />,
      },
    ];
  }, [t, locale, timeZone, now, powers, onDone]);
}
