import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type ColumnSpec,
  type GridLayout,
  inOrder,
  isShown,
  pinnedCount,
  stockLayout,
} from "@/components/grid/column";
import { formatLayout, parseLayout } from "@/components/grid/layout-param";
import { fold, placeColumn, unfolded } from "@/components/grid/place-column";
import { sourceOf } from "@/components/grid/row-source";
import {
  countSelected,
  everything,
  isSelected,
  noSelection,
  toggled,
  withRows,
} from "@/components/grid/selection";
import { formatSort } from "@/components/grid/sort-param";
import { toTsv } from "@/components/grid/tsv";
import { UserSort } from "@/lib/users/schema";

const ids = ["state", "name", "team", "roles"];
const columns = ids.map((id): ColumnSpec<object> => ({ id, header: id, cell: () => null }));

const layouts: fc.Arbitrary<GridLayout> = fc.record({
  order: fc.shuffledSubarray(ids),
  widths: fc.dictionary(fc.constantFrom(...ids), fc.integer({ min: 44, max: 2000 }), {
    noNullPrototype: true,
  }),
  hidden: fc.dictionary(fc.constantFrom(...ids), fc.boolean(), { noNullPrototype: true }),
  density: fc.constantFrom("comfortable", "compact"),
});

describe("columns that stay in view", () => {
  const named = columns.map((column) => (column.id === "name" ? { ...column, primary: true } : column));

  test.each([
    ["are those up to the one that names the row", named, {}, 2],
    ["are none where that stands further in", [...columns, ...named], {}, 0],
    ["are none where they are too wide", named, { name: 400 }, 0],
    ["are the first where none names the row", columns, {}, 1],
    ["are none of none", [], {}, 0],
  ])("%s", (_, shown, widths, count) => {
    expect(pinnedCount(shown, widths)).toBe(count);
  });
});

describe("a layout in the address", () => {
  test("shows the same columns in the same order and widths", () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const read = parseLayout(new URLSearchParams(formatLayout(layout).toString()));
        const seen = (of: GridLayout) =>
          inOrder(columns, of).map(({ id }) => [id, isShown({ id }, of), of.widths[id]]);
        const named = {
          ...layout,
          order: [
            ...new Set([...layout.order, ...Object.keys(layout.widths), ...Object.keys(layout.hidden)]),
          ],
        };
        expect(seen(read)).toEqual(seen(named));
        expect(read.density).toBe(layout.density);
      }),
    );
  });

  test("of anybody's making is a layout, and never an error", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = parseLayout(new URLSearchParams({ columns: text, density: text }));
        expect(inOrder(columns, read)).toHaveLength(columns.length);
      }),
    );
    expect(parseLayout(new URLSearchParams("columns=name:999999,,x y,-team&density=huge"))).toEqual({
      ...stockLayout,
      order: ["team"],
      hidden: { team: true },
    });
  });
});

describe("a selection", () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 20 });

  test("by hand or of everything: what is toggled changes, and nothing else", () => {
    fc.assert(
      fc.property(names, fc.boolean(), fc.array(fc.nat()), (rows, all, touched) => {
        let selection = all ? everything : noSelection;
        const expected = new Map(rows.map((row) => [row, all]));
        for (const index of rows.length > 0 ? touched : []) {
          const row = rows[index % rows.length] ?? "";
          selection = toggled(selection, row);
          expected.set(row, !expected.get(row));
        }
        expect(rows.map((row) => isSelected(selection, row))).toEqual([...expected.values()]);
        expect(countSelected(selection, rows.length)).toBe([...expected.values()].filter(Boolean).length);
      }),
    );
  });

  test("a range is selected whatever was before", () => {
    const some = withRows(toggled(everything, "b"), ["a", "b", "c"], true);
    expect(countSelected(some, 5)).toBe(5);
    expect([...withRows(noSelection, ["a", "b"], true).ids]).toEqual(["a", "b"]);
    expect(countSelected(withRows(everything, ["a", "b"], false), 5)).toBe(3);
  });
});

test("a sort is read as it was written; what is named twice counts once", () => {
  const sort = [
    { id: "team" as const, desc: false },
    { id: "since" as const, desc: true },
  ];
  expect(UserSort.parse(formatSort(sort))).toEqual(sort);
  expect(UserSort.parse("team,-team")).toEqual([{ id: "team", desc: false }]);
  expect(UserSort.safeParse("gone").success).toBe(false);
});

describe("rows for a spreadsheet", () => {
  const column = (id: string): ColumnSpec<Record<string, string>> => ({
    id,
    header: id,
    cell: () => null,
    text: (row) => row[id] ?? "",
  });

  test("are lines of the columns shown, quoted where they must be", () => {
    expect(toTsv([column("a"), column("b")], [{ a: "1", b: 'say "yes"\tnow' }])).toBe(
      'a\tb\n1\t"say ""yes""\tnow"',
    );
  });

  test.each(["=1+1", "+1", "@x", "-2+3+cmd|' /C calc'!A0", "-x"])("never run as a formula: %s", (text) => {
    expect(toTsv([column("a")], [{ a: text }])).toBe(`a\n'${text}`);
  });

  test.each(["-5", "-5.25", "Ana-Maria", "1"])("stay what they are: %s", (text) => {
    expect(toTsv([column("a")], [{ a: text }])).toBe(`a\n${text}`);
  });
});

test("rows at hand are found by id, and given in part", async () => {
  const source = sourceOf(["a", "b", "c"], (row) => row);
  expect([source.at(1), source.indexOf("c"), source.indexOf("x")]).toEqual(["b", 2, undefined]);
  expect(await source.load(1, 9)).toEqual(["b", "c"]);
});

describe("columns sorted out by hand", () => {
  test("each stands once, those shown above the fold in their order", () => {
    fc.assert(
      fc.property(layouts, (layout) => {
        const line = unfolded(columns, layout);
        expect(line.toSorted()).toEqual([...ids, fold].toSorted());
        const shown = inOrder(columns, layout).filter((column) => isShown(column, layout));
        expect(line.slice(0, line.indexOf(fold))).toEqual(shown.map(({ id }) => id));
      }),
    );
  });

  test("a column lands where it is put among those shown; the others keep their order", () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom(...ids), fc.nat(), (layout, id, place) => {
        const line = unfolded(columns, layout);
        const above = line.slice(0, line.indexOf(fold) + 1).filter((other) => other !== id);
        const before = above[place % above.length] ?? fold;
        const placed = unfolded(columns, placeColumn(columns, layout, id, before));
        expect(placed[placed.indexOf(id) + 1]).toBe(before);
        const others = (order: string[]) =>
          order.slice(0, order.indexOf(fold)).filter((other) => other !== id);
        expect(others(placed)).toEqual(others(line));
      }),
    );
  });

  test("one put away keeps its place for when it comes back; the last one stays", () => {
    fc.assert(
      fc.property(layouts, fc.constantFrom(...ids), (layout, id) => {
        const line = unfolded(columns, layout);
        const shown = line.slice(0, line.indexOf(fold));
        const away = placeColumn(columns, layout, id, null);
        if (shown.length === 1 && shown[0] === id) expect(away).toBe(layout);
        else {
          expect(unfolded(columns, away).indexOf(id)).toBeGreaterThan(unfolded(columns, away).indexOf(fold));
          expect(away.order).toEqual(layout.order);
        }
      }),
    );
  });
});
