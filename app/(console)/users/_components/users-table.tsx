"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useCallback, useMemo, useOptimistic, useState } from "react";
import type { GridLayout, Sort } from "@/components/grid/column";
import { Grid } from "@/components/grid/grid";
import { countSelected, isSelected, noSelection } from "@/components/grid/selection";
import { formatSort } from "@/components/grid/sort-param";
import { useLayout } from "@/components/grid/use-layout";
import { useRowWindows } from "@/components/grid/use-row-windows";
import { ViewMenu } from "@/components/grid/view-menu";
import { Card } from "@/components/ui/card";
import type { UserRow } from "@/lib/users/row";
import { useLiveRow } from "../../_components/live";
import { useAddress } from "../../_components/use-address";
import { BulkActions } from "./bulk-actions";
import { readRows, readUsernames } from "./read-rows";
import { useUserColumns } from "./user-columns";

type Props = {
  /** Its accessible name. */
  label: string;
  /** Under which its layout is kept. */
  grid: "users" | "people";
  /** A column that would say the same in every row. */
  without?: string;
  /** What the list is narrowed and sorted by, as its address says it. */
  list: string;
  first: UserRow[];
  total: number;
  sort: Sort[];
  layout: GridLayout;
  /** Where people may be moved to; null for those who may change nobody. */
  teams: readonly { id: string; name: string }[] | null;
  now: string;
  toolbar: ReactNode;
  /** Beside the view's menu. */
  actions?: ReactNode;
  /** Instead of rows when there are none. */
  empty: ReactNode;
  /** The height of the rows: without an end to it, all of any number would be drawn. */
  className: string;
};

const rowId = (row: UserRow) => row.username;
const byName: Sort = { id: "name", desc: false };

/** The users found, of any number, their seats live. */
export function UsersTable({ list, first, total, teams, now, toolbar, empty, ...rest }: Props) {
  const router = useRouter();
  const { change, pending } = useAddress();
  const [layout, setLayout] = useLayout(rest.grid, rest.layout);
  const [sort, setSort] = useOptimistic(rest.sort);
  const [selection, setSelection] = useState(noSelection);
  const all = useUserColumns({ now });
  const columns = useMemo(() => all.filter(({ id }) => id !== rest.without), [all, rest.without]);
  const source = useRowWindows({
    list,
    total,
    first,
    rowId,
    now: useLiveRow<UserRow>(),
    fetchRows: useCallback((from, count, signal) => readRows(list, { from, count }, signal), [list]),
  });

  // What was selected of other people is not what the reader sees now; in another order they are the same.
  const people = list.replace(/&?sort=[^&]*/, "");
  const [selectedOf, setSelectedOf] = useState(people);
  if (selectedOf !== people) {
    setSelectedOf(people);
    setSelection(noSelection);
  }

  const many = useMemo(
    () => ({
      count: countSelected(selection, total),
      usernames: async () =>
        selection.all
          ? (await readUsernames(list)).filter((username) => isSelected(selection, username))
          : [...selection.ids],
      onDone: () => {
        setSelection(noSelection);
        router.refresh();
      },
    }),
    [selection, total, list, router],
  );

  const keepSort = (next: Sort[]) =>
    change(
      (address) => {
        address.delete("sort");
        if (next.length > 0) address.set("sort", formatSort(next));
        return address;
      },
      { meanwhile: () => setSort(next) },
    );

  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="flex min-w-0 flex-1 flex-wrap items-center gap-2">{toolbar}</div>
        <div className="flex items-center gap-2">
          <ViewMenu columns={columns} layout={layout} onLayout={setLayout} />
          {rest.actions}
        </div>
      </div>
      <Card flush aria-busy={pending} className="flex min-h-0 flex-col">
        <Grid
          label={rest.label}
          columns={columns}
          rows={source}
          rowId={rowId}
          sort={sort}
          onSort={keepSort}
          resting={byName}
          layout={layout}
          onLayout={setLayout}
          selection={selection}
          onSelection={setSelection}
          href={(row) => `/users/${encodeURIComponent(row.username)}`}
          className={rest.className}
          empty={empty}
        />
      </Card>
      <BulkActions many={many} teams={teams} onClear={() => setSelection(noSelection)} />
    </>
  );
}
