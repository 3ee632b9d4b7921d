import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Content, readContent, stockContent } from "@/lib/layouts/content";
import { reconcile, sameContent, unknownIn } from "@/lib/layouts/reconcile";
import { catalogueOf, reasonColumnId, stockColumns } from "@/lib/reports/catalogue";
import { addColumn, arranged, moveColumn, removeColumn, shownColumns } from "@/lib/reports/layout";
import { reportQuery } from "@/lib/reports/schema";
import { begin, mostSteps, redo, step, undo } from "@/lib/reports/undo";

const catalogue = catalogueOf([]);
const id = fc.constantFrom(...catalogue.map((column) => column.id));
const before = fc.option(id);

type Deed = (layout: Content) => Content;
const move = fc.tuple(id, before).map(
  ([id, before]): Deed =>
    (layout) =>
      moveColumn(layout, id, before),
);
const add = fc.tuple(id, before).map(
  ([id, before]): Deed =>
    (layout) =>
      addColumn(layout, id, before),
);
const remove = id.map(
  (id): Deed =>
    (layout) =>
      removeColumn(layout, id),
);

const done = (deeds: readonly Deed[], start = stockContent) =>
  deeds.reduce((layout, deed) => deed(layout), start);

describe("columns", () => {
  test("any moves make a permutation", () => {
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        expect(shownColumns(done(moves)).toSorted()).toEqual(stockColumns.toSorted());
      }),
    );
  });

  test("a column lands where it is put, and the others keep their order", () => {
    fc.assert(
      fc.property(fc.array(add), id, before, (adds, id, before) => {
        const start = done(adds);
        const shown = shownColumns(addColumn(start, id, before));
        const others = (columns: readonly string[]) => columns.filter((other) => other !== id);
        expect(others(shown)).toEqual(others(shownColumns(start)));
        const there = before !== null && before !== id && shown.includes(before);
        if (there) expect(shown[shown.indexOf(id) + 1]).toBe(before);
      }),
    );
  });

  test("whatever is done, there is one at least, none twice, and the report can be asked for", () => {
    const asked = { zone: "UTC", preset: "today" };
    fc.assert(
      fc.property(fc.array(fc.oneof(move, add, remove)), (deeds) => {
        const columns = shownColumns(done(deeds));
        expect(columns.length).toBeGreaterThan(0);
        expect(reportQuery(catalogue).safeParse({ ...asked, columns }).success).toBe(true);
      }),
    );
  });

  test("what was added and put away again leaves everything as it was", () => {
    const added = addColumn(stockContent, "os", "login");
    expect(shownColumns(added)).toEqual(["agent", "os", ...stockColumns.slice(1)]);
    expect(shownColumns(removeColumn(added, "os"))).toEqual(stockColumns);
  });
});

describe("undo", () => {
  test("of all is the start, and redo of all the end", () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(move, add, remove), { maxLength: mostSteps }), (deeds) => {
        const all = deeds.reduce((state, deed) => step(state, deed(state.now)), begin(stockContent));
        const undone = deeds.reduce(undo, all);
        expect(undone.now).toBe(stockContent);
        expect(undone.past).toEqual([]);
        expect(deeds.reduce(redo, undone)).toEqual(all);
      }),
    );
  });

  test("a step after it ends what was taken back", () => {
    const [a, b, c] = [
      stockContent,
      addColumn(stockContent, "os", null),
      addColumn(stockContent, "build", null),
    ];
    const state = step(undo(step(begin(a), b)), c);
    expect(state).toEqual({ now: c, past: [a], future: [] });
    expect(redo(state)).toBe(state);
  });
});

describe("a layout", () => {
  const fitted = (content: Content) => reconcile(content, arranged(catalogue));

  test("of before there were some columns opens as it was", () => {
    const old = { ...stockContent, order: ["agent", "login"] };
    expect(fitted(old)).toEqual(old);
    expect(unknownIn(old, arranged(catalogue))).toEqual([]);
  });

  test("that names what there is no more opens without it, and says so", () => {
    const reason = reasonColumnId("0190f0a0-1111-7222-8333-444455556666");
    const old = readContent({
      order: ["agent", reason, "mood", "os"],
      sort: [{ id: "mood", desc: true }],
      filters: { weather: ["rain"], os: ["iOS 14.8"], edges: ["whole"] },
      group: ["team", "login"],
    });
    expect(fitted(old)).toMatchObject({ order: ["agent", "os"], sort: [], group: ["team"] });
    expect(fitted(old).filters).toEqual({ os: ["iOS 14.8"], edges: ["whole"] });
    const gone = unknownIn(old, arranged(catalogue)).map(({ path, name }) => [path, name]);
    expect(gone).toEqual([
      ["order.1", reason],
      ["order.2", "mood"],
      ["sort.0", "mood"],
      ["filters.weather", "weather"],
      ["group.1", "login"],
    ]);
  });

  test("is fitted once and for all", () => {
    const any = fc.oneof(id, fc.constantFrom("mood", "weather"));
    fc.assert(
      fc.property(fc.uniqueArray(any), fc.uniqueArray(any), (order, group) => {
        const once = fitted({ ...stockContent, order, group });
        expect(fitted(once)).toEqual(once);
        expect(unknownIn(once, arranged(catalogue))).toEqual([]);
      }),
    );
  });

  test("that names the stock columns in their order is the one that names none", () => {
    const named = { ...stockContent, order: [...stockColumns] };
    expect(sameContent(fitted(named), fitted(stockContent))).toBe(true);
    const turned = { ...stockContent, order: stockColumns.toReversed() };
    expect(sameContent(fitted(turned), fitted(stockContent))).toBe(false);
  });
});

test("a width set among the stock columns keeps all of them in the address", () => {
  const fitted = reconcile({ ...stockContent, widths: { agent: 220, platform: 90 } }, arranged(catalogue));
  expect(fitted.order).toEqual([...stockColumns]);
  expect(fitted.widths).toEqual({ agent: 220 });
});
