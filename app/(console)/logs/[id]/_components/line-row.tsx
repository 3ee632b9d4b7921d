"use client";

import clsx from "clsx";
import { ChevronRight } from "lucide-react";
import { memo } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import type { LogLine } from "@/lib/logs/asked";
import { LineDetails } from "./line-details";
import { LineTime } from "./line-time";
import { Marked, placeIn } from "./marked";

type Props = {
  number: number;
  /** Undefined while it is being loaded. */
  line: LogLine | undefined;
  index: number;
  tabStop: boolean;
  wrap: boolean;
  search: string;
  /** The match that the search stands at. */
  current: boolean;
  open: boolean;
  withDay: boolean;
  measure: (row: HTMLTableRowElement | null) => void;
};

const levels = {
  error: "text-danger",
  warn: "text-warn",
  info: "text-ink-2",
  debug: "text-ink-3",
};

/** A line: its number, time, level and message, and all of its fields where it is opened. The table listens for all rows. */
export const LineRow = memo(function LineRow(props: Props) {
  const { number, line, index, tabStop, wrap, search, current, open, withDay, measure } = props;
  const t = useTranslations("logs.view");
  const locale = useLocale();
  const timeZone = useTimeZone() ?? "UTC";
  const level = line?.level ?? null;
  return (
    <tr
      ref={measure}
      data-index={index}
      data-line={number}
      aria-rowindex={index + 1}
      tabIndex={tabStop ? 0 : -1}
      {...(line === undefined && { "aria-busy": true })}
      className={clsx(
        "cursor-pointer align-top focus-visible:-outline-offset-2",
        current ? "bg-accent-soft" : level === "error" ? "bg-danger-soft" : "hover:bg-hover",
        open && "bg-sunken",
      )}
    >
      <td className="whitespace-nowrap py-px pr-2 pl-1 text-right text-ink-3 select-none">
        <span className="flex items-center justify-end gap-0.5">
          <button
            type="button"
            tabIndex={-1}
            aria-expanded={open}
            aria-label={t("fields-of", { line: number + 1 })}
            className="grid size-4 shrink-0 place-items-center rounded-sm"
          >
            <ChevronRight aria-hidden className={clsx("size-3 transition-transform", open && "rotate-90")} />
          </button>
          <span className="num">{(number + 1).toLocaleString(locale)}</span>
        </span>
      </td>
      <td className="num whitespace-nowrap py-px pr-3 text-ink-2">
        {line?.at && <LineTime at={line.at} reader={{ locale, timeZone }} withDay={withDay} />}
      </td>
      <td className={clsx("whitespace-nowrap py-px pr-2 font-semibold", level && levels[level])}>
        {level && t(`level.${level}`)}
      </td>
      <td className="py-px pr-3">
        {line === undefined ? (
          <span
            aria-hidden
            className="inline-block h-2.5 w-2/5 animate-pulse rounded-sm bg-chip align-middle"
          />
        ) : (
          <>
            <div className={wrap || open ? "whitespace-pre-wrap [overflow-wrap:anywhere]" : "truncate"}>
              <LineText line={line} search={search} whole={open} wrap={wrap || open} />
            </div>
            {open && <LineDetails line={line} search={search} />}
          </>
        )}
      </td>
    </tr>
  );
});

const longest = 2000;
/** So far in, a match would be cut off where lines are not wrapped. */
const farIn = 90;
const before = 30;

type TextProps = { line: LogLine; search: string; whole: boolean; wrap: boolean };

function LineText({ line: { message, fields }, search, whole, wrap }: TextProps) {
  const t = useTranslations("logs.view");
  const inFields = fields && !whole ? compact(fields) : "";
  const at = wrap ? -1 : placeIn(message, search);
  const from = at > farIn ? at - before : 0;
  const shown = whole ? message : message.slice(from, from + longest);
  const left = message.length - from - shown.length;
  return (
    <>
      {from > 0 && <span className="text-ink-3">…</span>}
      <Marked text={wrap ? shown : shown.replaceAll("\n", " ↵ ")} search={search} />
      {left > 0 && <span className="text-ink-3"> {t("more-characters", { count: left })}</span>}
      {inFields !== "" && (
        <span className="text-ink-2">
          {" "}
          <Marked text={inFields} search={search} />
        </span>
      )}
    </>
  );
}

const longestField = 200;

const compact = (fields: Record<string, unknown>) =>
  Object.entries(fields)
    .map(([key, value]) => `${key}=${JSON.stringify(value)?.slice(0, longestField)}`)
    .join(" ")
    .slice(0, longest);
