"use client";

import { ChevronsLeft, ChevronsRight } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Badge } from "@/components/ui/badge";
import { isoDuration } from "@/components/ui/duration";
import { formatExact } from "@/components/ui/moment";
import { Tooltip } from "@/components/ui/tooltip";
import type { Column } from "@/lib/reports/catalogue";
import type { Value } from "@/lib/reports/row";
import { formatDate, formatFigure, formatStamp, type Reading } from "./formats";
import type { Row } from "./read-report";
import { useColumnWords } from "./use-column-words";

type Props = { column: Column; reading: Reading };

/** A figure: of one row, of a group, or of all. */
export function Figure({ column, reading, value }: Props & { value: number | null | undefined }) {
  if (value === undefined) return <Coming />;
  if (value === null) return null;
  const text = formatFigure(column, value, reading);
  return column.type === "duration" ? (
    <time dateTime={isoDuration(value)} className="num">
      {text}
    </time>
  ) : (
    <span className="num">{text}</span>
  );
}

/** What a row has of a column. */
export function Cell({ column, reading, row }: Props & { row: Row }) {
  const t = useTranslations("reports");
  const words = useColumnWords();
  const value: Value | undefined = row.values[column.id];
  if (column.id === "logout" && row.open) return <Still row={row} />;
  if (value === undefined) return <Coming />;
  if (value === null) return <span className="text-ink-3">{column.id === "logout" ? t("still") : "–"}</span>;
  if (typeof value === "number") return <Figure column={column} reading={reading} value={value} />;
  switch (column.type) {
    case "moment":
      return <Stamp column={column} reading={reading} row={row} at={String(value)} />;
    case "date":
      return <span className="num">{formatDate(String(value), reading)}</span>;
    case "enum":
    case "flag":
      return words.valueOf(column, value);
    default:
      return column.id === "ip" ||
        column.id === "sessionId" ||
        column.id === "appVersion" ||
        column.id === "build" ? (
        <span className="num">{value}</span>
      ) : (
        String(value)
      );
  }
}

function Stamp({ column, reading, row, at }: Props & { row: Row; at: string }) {
  const t = useTranslations("reports");
  const login = row.values.login;
  const beside = column.id === "login" || typeof login !== "string" ? undefined : login;
  return (
    <span className="inline-flex max-w-full items-center gap-1.5">
      {column.id === "login" && row.cutBefore && (
        <Cut label={t("cut-before")}>
          <ChevronsLeft aria-hidden className="size-3.5" />
        </Cut>
      )}
      <Tooltip content={formatExact(at, reading)}>
        <time dateTime={at} className="num truncate">
          {formatStamp(at, reading, beside)}
        </time>
      </Tooltip>
      {column.id === "logout" && row.lost && (
        <Tooltip content={t("lost-hint")}>
          <span>
            <Badge>{t("lost")}</Badge>
          </span>
        </Tooltip>
      )}
      {column.id === "logout" && row.cutAfter && (
        <Cut label={t("cut-after")}>
          <ChevronsRight aria-hidden className="size-3.5" />
        </Cut>
      )}
    </span>
  );
}

function Still({ row }: { row: Row }) {
  const t = useTranslations("reports");
  return (
    <span className="inline-flex items-center gap-1.5 text-ink-2">
      {t("still")}
      {row.cutAfter && (
        <Cut label={t("cut-after")}>
          <ChevronsRight aria-hidden className="size-3.5" />
        </Cut>
      )}
    </span>
  );
}

/** The session goes on beyond what is counted of it. */
function Cut({ label, children }: { label: string; children: ReactNode }) {
  return (
    <Tooltip content={label}>
      <span role="img" aria-label={label} className="shrink-0 text-ink-3">
        {children}
      </span>
    </Tooltip>
  );
}

/** A column that has just come, and whose values are on their way. */
function Coming() {
  return (
    <span aria-hidden className="inline-block h-2.5 w-3/5 animate-pulse rounded-sm bg-chip align-middle" />
  );
}
