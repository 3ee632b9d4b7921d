/** Which rows are selected: these, or all of the list but these. */
export type Selection = { all: boolean; ids: ReadonlySet<string> };

export const noSelection: Selection = { all: false, ids: new Set() };
export const everything: Selection = { all: true, ids: new Set() };

export const isSelected = ({ all, ids }: Selection, id: string) => all !== ids.has(id);

/** How many of a list are selected. */
export const countSelected = ({ all, ids }: Selection, total: number) => (all ? total - ids.size : ids.size);

/** With these rows selected, or not selected any more. */
export function withRows(selection: Selection, rows: Iterable<string>, selected: boolean): Selection {
  const ids = new Set(selection.ids);
  for (const id of rows) {
    if (selected === selection.all) ids.delete(id);
    else ids.add(id);
  }
  return { all: selection.all, ids };
}

export const toggled = (selection: Selection, id: string) =>
  withRows(selection, [id], !isSelected(selection, id));
