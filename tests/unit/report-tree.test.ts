import { describe, expect, test } from "vitest";
import type { Group, Row } from "@/app/(console)/reports/login-logout/_components/read-report";
import {
  type Branch,
  pathId,
  slotsOf,
  toggled,
  treeOf,
  withBranch,
} from "@/app/(console)/reports/login-logout/_components/tree";

const counts = { rows: 1, open: 0, lastSeen: 0, late: 0 };
const group = (...keys: (string | null)[]): Group => ({
  ...counts,
  path: keys.map((key, at) => ({ column: ["team", "os"][at] ?? "", key, label: key })),
  values: {},
});
const row = (sessionId: string, date = "2026-11-22"): Row => ({
  sessionId,
  username: "maria",
  date,
  from: `${date}T08:00:00Z`,
  to: `${date}T09:00:00Z`,
  cutBefore: false,
  cutAfter: false,
  open: false,
  lost: false,
  values: {},
});
const branch = (given: Partial<Branch>): Branch => ({ groups: [], rows: [], next: null, ...given });
const at = (...keys: string[]) => keys.map((key, at) => ({ column: ["team", "os"][at] ?? "", key }));
const shape = (tree: ReturnType<typeof treeOf>) =>
  slotsOf(tree).map(
    (slot) => `${slot.kind} ${slot.kind === "awaited" ? slot.cursor : "depth" in slot && slot.depth}`,
  );

describe("the lines of a report", () => {
  const closed = treeOf(branch({ groups: [group("Billing"), group(null)], next: "more" }));

  test("are its groups, and at the end what is to come", () => {
    expect(shape(closed)).toEqual(["group 0", "group 0", "awaited more"]);
  });

  test("wait where a group is opened, and come between it and the next one", () => {
    const id = pathId(at("Billing"));
    const open = toggled(closed, id);
    expect(shape(open)).toEqual(["group 0", "awaited null", "group 0", "awaited more"]);
    const come = withBranch(
      open,
      { path: at("Billing"), cursor: null },
      branch({ rows: [row("a"), row("b")] }),
    );
    expect(shape(come)).toEqual(["group 0", "row 1", "row 1", "group 0", "awaited more"]);
    expect(shape(toggled(come, id))).toEqual(shape(closed));
    expect(shape(toggled(toggled(come, id), id))).toEqual(shape(come));
  });

  test("go on where they ended, and once: what comes twice is the same", () => {
    const slot = { path: [], cursor: "more" };
    const on = withBranch(closed, slot, branch({ groups: [group("Claims")] }));
    expect(shape(on)).toEqual(["group 0", "group 0", "group 0"]);
    expect(withBranch(on, slot, branch({ groups: [group("Claims")] }))).toBe(on);
  });

  test("have a name each, also a group without a value and the days of one session", () => {
    const tree = treeOf(branch({ rows: [row("a"), row("a", "2026-11-23")] }));
    const ids = [...slotsOf(tree), ...slotsOf(closed)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
