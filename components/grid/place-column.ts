import { moveItem } from "@/components/arrange/move";
import { type ColumnSpec, type GridLayout, inOrder, isShown } from "./column";

/** Stands between the columns shown and those put away. No column has it for its id. */
export const fold = "|";

/** All columns as a reader sorts them out: those shown in their order, the fold, and below it those put away. */
export function unfolded<Row>(columns: readonly ColumnSpec<Row>[], layout: GridLayout): string[] {
  const all = inOrder(columns, layout);
  const ids = (shown: boolean) =>
    all.flatMap((column) => (isShown(column, layout) === shown ? column.id : []));
  return [...ids(true), fold, ...ids(false)];
}

/**
 * The layout with a column put before another one or the fold, `null` at the end: below the fold it is put away, and keeps its
 * place for when it comes back. One column always stays.
 */
export function placeColumn<Row>(
  columns: readonly ColumnSpec<Row>[],
  layout: GridLayout,
  id: string,
  before: string | null,
): GridLayout {
  const placed = moveItem(unfolded(columns, layout), id, before);
  const shown = placed.slice(0, placed.indexOf(fold));
  if (shown.length === 0) return layout;
  const at = shown.indexOf(id);
  const hidden = { ...layout.hidden, [id]: at === -1 };
  if (at === -1) return { ...layout, hidden };

  const whole = inOrder(columns, layout).map((column) => column.id);
  const [previous, next] = [shown[at - 1], shown[at + 1]];
  const behind = previous === undefined ? null : (whole[whole.indexOf(previous) + 1] ?? null);
  return { ...layout, hidden, order: moveItem(whole, id, next ?? behind) };
}
