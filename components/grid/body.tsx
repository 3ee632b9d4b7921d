"use client";

import type { VirtualItem } from "@tanstack/react-virtual";
import { Fragment, type MouseEvent, useRef } from "react";
import { BandRow } from "./band-row";
import type { ColumnSpec, Density } from "./column";
import { GridRow } from "./row";
import { indexOf } from "./row-index";
import type { RowSource } from "./row-source";
import { isSelected, type Selection } from "./selection";
import type { RowCursor } from "./use-row-cursor";
import { useRowFocus } from "./use-row-focus";
import { useRowKeys } from "./use-row-keys";
import { useRowOpen } from "./use-row-open";
import type { RowSelection } from "./use-row-selection";
import { useTellWhole } from "./use-tell-whole";
import { useVirtualRows } from "./use-virtual-rows";

type BodyProps<Row extends object> = {
  source: RowSource<Row>;
  rowId: (row: Row) => string;
  columns: readonly ColumnSpec<Row>[];
  pinned: number;
  cursor: RowCursor;
  density: Density;
  href: ((row: Row) => string | undefined) | undefined;
  onOpen: ((row: Row) => void) | undefined;
  heading: ((row: Row) => boolean) | undefined;
  selecting: { selection: Selection; by: RowSelection } | null;
};

/** The rows in view, and the height of all others. Scrolling by itself draws this anew, and neither the head nor what is dragged there. */
export function Body<Row extends object>({ source, rowId, columns, cursor, ...rest }: BodyProps<Row>) {
  const body = useRef<HTMLTableSectionElement>(null);
  const { href, selecting, density } = rest;
  const virtual = useVirtualRows({ source, body, density, current: cursor.index });
  const focus = useRowFocus({ put: cursor.put, scrollTo: virtual.scrollTo, body });
  const opener = useRowOpen({ rowAt: source.at, href, onOpen: rest.onOpen });
  const keys = useRowKeys({
    total: source.total,
    moveTo: focus.moveTo,
    open: (index) => {
      const band = source.bandAt?.(index);
      if (band) band.onToggle();
      else opener?.open(index);
    },
    selection: selecting?.by ?? null,
  });
  const { items } = virtual;
  const tellWhole = useTellWhole();

  function onClick(event: MouseEvent<HTMLTableSectionElement>) {
    if (!selecting || !isTick(event)) return opener?.onClick(event);
    const index = indexOf(event);
    if (index === undefined) return;
    if (event.shiftKey) selecting.by.through(index);
    else selecting.by.toggle(index);
  }

  return (
    <tbody
      ref={body}
      onKeyDown={keys.onKeyDown}
      onFocus={(event) => {
        focus.onFocus(event);
        opener?.onApproach(event);
      }}
      onMouseOver={(event) => {
        tellWhole(event);
        opener?.onApproach(event);
      }}
      onClick={onClick}
      onAuxClick={opener?.onClick}
    >
      {items.map((item, at) => {
        const row = source.at(item.index);
        const band = source.bandAt?.(item.index);
        const id = row === undefined ? undefined : rowId(row);
        const gap = <Gap heightPx={item.start - endOf(items[at - 1])} />;
        if (band)
          return (
            <Fragment key={band.id}>
              {gap}
              <BandRow
                band={band}
                index={item.index}
                span={columns.length + (selecting ? 1 : 0)}
                tabStop={item.index === cursor.index}
              />
            </Fragment>
          );
        return (
          <Fragment key={id ?? item.index}>
            {gap}
            <GridRow
              id={id}
              index={item.index}
              row={row}
              columns={columns}
              pinned={rest.pinned}
              tabStop={item.index === cursor.index}
              opens={opener !== null}
              href={row && href?.(row)}
              heading={row !== undefined && rest.heading?.(row) === true}
              selected={selecting ? id !== undefined && isSelected(selecting.selection, id) : undefined}
            />
          </Fragment>
        );
      })}
      <Gap heightPx={virtual.heightPx - endOf(items.at(-1))} />
    </tbody>
  );
}

const endOf = (item: VirtualItem | undefined) => item?.end ?? 0;

/** As high as the rows that are not drawn. */
function Gap({ heightPx }: { heightPx: number }) {
  return heightPx > 0 && <tr aria-hidden style={{ height: heightPx }} />;
}

/** The whole cell around the box is for ticking: a miss must not open the row. */
const isTick = ({ target }: MouseEvent) =>
  target instanceof Element && target.closest("[data-select]") !== null;
