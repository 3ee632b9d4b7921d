"use client";

import { Fragment, type MouseEvent, useRef } from "react";
import { useTranslations } from "use-intl";
import { useRowFocus } from "@/components/grid/use-row-focus";
import { copyText } from "@/components/ui/copy-text";
import { GridTable } from "@/components/ui/grid-table";
import { useToast } from "@/components/ui/toast";
import type { LogLine } from "@/lib/logs/asked";
import { HappeningRow } from "./happening-row";
import { LineRow } from "./line-row";
import { textOf } from "./line-text";
import type { Rows } from "./rows";
import type { LogScroll } from "./use-log-scroll";
import type { Cursor } from "./use-row-cursor";
import { useTableKeys } from "./use-table-keys";

export type Look = {
  wrap: boolean;
  search: string;
  /** The line that the search stands at. */
  match: number | null;
  withDay: boolean;
};

type Props = {
  label: string;
  rows: Rows;
  lines: ReadonlyMap<number, LogLine>;
  scroll: LogScroll;
  cursor: Cursor;
  look: Look;
  opened: ReadonlySet<number>;
  onToggle: (line: number) => void;
};

/** The lines in view, and the height of all others. */
export function LogTable({ label, rows, lines, scroll, cursor, look, opened, onToggle }: Props) {
  const t = useTranslations("logs.view");
  const toast = useToast();
  const body = useRef<HTMLTableSectionElement>(null);
  const focus = useRowFocus({ put: cursor.put, scrollTo: scroll.scrollTo, body });
  const { items } = scroll;

  const toggle = (index: number) => {
    const line = rows.at(index)?.line;
    if (line !== undefined && lines.has(line)) onToggle(line);
  };
  async function copy(index: number) {
    const line = lines.get(rows.at(index)?.line ?? -1);
    if (!line) return;
    if (await copyText(textOf(line))) toast({ title: t("copied") });
    else toast({ tone: "danger", title: t("not-copied") });
  }
  const onKeyDown = useTableKeys({
    total: rows.total,
    moveTo: focus.moveTo,
    toggle,
    copy: (index) => void copy(index),
  });

  function onClick(event: MouseEvent) {
    const row = event.target instanceof Element ? event.target.closest("tr") : null;
    if (!row || !isMeantForRow(event)) return;
    toggle(Number(row.dataset.index));
  }

  return (
    <GridTable
      aria-label={label}
      aria-rowcount={rows.total}
      className="font-mono text-xs/4.75 [font-variant-ligatures:none]"
    >
      <colgroup>
        <col className="w-19" />
        <col className={look.withDay ? "w-38" : "w-27"} />
        <col className="w-13" />
        <col />
      </colgroup>
      <tbody ref={body} onKeyDown={onKeyDown} onFocus={focus.onFocus} onClick={onClick}>
        {items.map((item, at) => {
          const row = rows.at(item.index);
          const gap = <Gap heightPx={item.start - (items[at - 1]?.end ?? 0)} />;
          const same = {
            index: item.index,
            tabStop: item.index === cursor.index,
            withDay: look.withDay,
            measure: scroll.measure,
          };
          if (!row) return null;
          if (row.happening)
            return (
              <Fragment key={`${row.happening.at} ${row.happening.what.kind}`}>
                {gap}
                <HappeningRow happening={row.happening} {...same} />
              </Fragment>
            );
          return (
            <Fragment key={row.line}>
              {gap}
              <LineRow
                number={row.line}
                line={lines.get(row.line)}
                wrap={look.wrap}
                search={look.search}
                current={row.line === look.match}
                open={opened.has(row.line)}
                {...same}
              />
            </Fragment>
          );
        })}
        <Gap heightPx={scroll.heightPx - (items.at(-1)?.end ?? 0)} />
      </tbody>
    </GridTable>
  );
}

/** Not for a button in the row or its fields, and not the end of selecting text. */
function isMeantForRow({ target }: MouseEvent) {
  if (!(target instanceof Element) || window.getSelection()?.isCollapsed === false) return false;
  const button = target.closest("button, dl");
  return !button || button.hasAttribute("aria-expanded");
}

/** As high as the rows that are not drawn. */
function Gap({ heightPx }: { heightPx: number }) {
  return heightPx > 0 && <tr aria-hidden style={{ height: heightPx }} />;
}
