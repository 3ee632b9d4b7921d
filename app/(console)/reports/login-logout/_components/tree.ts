import type { GroupPath } from "@/lib/reports/path";
import type { Group, Row, Totals } from "./read-report";

/** A stretch of the report: the groups of one level within a group, or its rows; as many as have come. */
export type Branch = {
  groups: readonly Group[];
  rows: readonly Row[];
  /** Where it goes on; null where it is all there. */
  next: string | null;
};

/** What has come of a report, and which of its groups are open. Branches are kept by the path of their group. */
export type Tree = { branches: ReadonlyMap<string, Branch>; open: ReadonlySet<string> };

export type RowLine = { kind: "row"; id: string; row: Row; depth: number };
export type GroupLine = { kind: "group"; id: string; group: Group; depth: number; open: boolean };
export type TotalLine = { kind: "total"; id: string; totals: Totals | null };
export type Line = RowLine | GroupLine | TotalLine;

/** What is to come: the branch of a path, from a cursor on. */
export type Awaited = { kind: "awaited"; id: string; path: GroupPath; cursor: string | null };
export type Slot = Line | Awaited;

export const pathId = (path: GroupPath) => JSON.stringify(path.map(({ key }) => key));

const root: GroupPath = [];
export const rootId = pathId(root);

export const treeOf = (branch: Branch): Tree => ({ branches: new Map([[rootId, branch]]), open: new Set() });

/** A branch that has come: the first part of it, or what follows on it. */
export function withBranch(
  tree: Tree,
  { path, cursor }: Pick<Awaited, "path" | "cursor">,
  part: Branch,
): Tree {
  const id = pathId(path);
  const before = tree.branches.get(id);
  // What came twice counts once.
  if (cursor !== null && before?.next !== cursor) return tree;
  const whole =
    cursor === null || !before
      ? part
      : { groups: [...before.groups, ...part.groups], rows: [...before.rows, ...part.rows], next: part.next };
  return { ...tree, branches: new Map(tree.branches).set(id, whole) };
}

export function toggled({ branches, open }: Tree, id: string): Tree {
  const next = new Set(open);
  if (!next.delete(id)) next.add(id);
  return { branches, open: next };
}

/** The tree as it is shown, line by line: each group before what is in it. */
export function slotsOf(tree: Tree, path: GroupPath = root): Slot[] {
  const branch = tree.branches.get(pathId(path));
  if (!branch) return [awaited(path, null)];
  const depth = path.length;
  const groups = branch.groups.flatMap((group): Slot[] => {
    const own = group.path.map(({ column, key }) => ({ column, key }));
    const id = pathId(own);
    const open = tree.open.has(id);
    return [{ kind: "group", id, group, depth, open }, ...(open ? slotsOf(tree, own) : [])];
  });
  const rows = branch.rows.map(
    (row): Slot => ({ kind: "row", id: `${row.sessionId} ${row.date}`, row, depth }),
  );
  const more = branch.next === null ? [] : [awaited(path, branch.next)];
  return [...groups, ...rows, ...more];
}

const awaited = (path: GroupPath, cursor: string | null): Awaited => ({
  kind: "awaited",
  id: `awaited ${pathId(path)} ${cursor}`,
  path,
  cursor,
});
