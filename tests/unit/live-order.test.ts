import fc from "fast-check";
import { expect, test } from "vitest";
import { heldOrder, keepOrder, type OrderKey, orderBy } from "@/components/grid/live-order";

type Row = { id: number; name: string; figure: number | null };

const row = fc.record({
  id: fc.nat(40),
  name: fc.constantFrom("v2.9", "v2.10", "Ägidius", "Zoe"),
  figure: fc.option(fc.nat(5)),
});
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 });

const none = { rows: [], ordered: [] };

const keys = (nameDesc: boolean, figureDesc: boolean): OrderKey<Row>[] => [
  { value: ({ figure }) => figure, desc: figureDesc },
  { value: ({ name }) => name, desc: nameDesc },
  { value: ({ id }) => id, desc: false },
];

test("an order kept while some rows change is the order of all of them sorted anew", () => {
  fc.assert(
    fc.property(
      rows,
      rows,
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      (first, changed, nameDesc, figureDesc, turned) => {
        const compare = orderBy(keys(nameDesc, figureDesc));
        const before = { rows: first, ordered: keepOrder(none, first, compare) };
        const now = new Map(first.map((one) => [one.id, one]));
        for (const one of changed.slice(0, 5)) now.set(one.id, one);
        for (const one of changed.slice(5, 8)) now.delete(one.id);
        const all = turned ? [...now.values()].toReversed() : [...now.values()];
        expect(keepOrder(before, all, compare)).toEqual(all.toSorted(compare));
      },
    ),
  );
});

test("empty values come last in both directions, words as people sort them", () => {
  const all: Row[] = [
    { id: 1, name: "v2.10", figure: null },
    { id: 2, name: "v2.10", figure: 3 },
    { id: 3, name: "v2.9", figure: 3 },
    { id: 4, name: "Zoe", figure: 1 },
  ];
  const ids = (figureDesc: boolean) =>
    keepOrder(none, all, orderBy(keys(false, figureDesc))).map(({ id }) => id);
  expect(ids(false)).toEqual([4, 3, 2, 1]);
  expect(ids(true)).toEqual([3, 2, 4, 1]);
});

test("figures that grow meanwhile do not move rows that nobody changed", () => {
  let nowMs = 0;
  const all = [
    { id: 1, since: 0, factor: 1 },
    { id: 2, since: 0, factor: -1 },
  ];
  const compare = orderBy<(typeof all)[number]>([
    { value: ({ factor }) => factor * nowMs, desc: true },
    { value: ({ id }) => id, desc: false },
  ]);
  const ordered = keepOrder(none, all, compare);
  nowMs = 10;
  expect(keepOrder({ rows: all, ordered }, all.toReversed(), compare)).toEqual(ordered);
});

test("while it is held nobody moves: each row is as it is now, new ones come last", () => {
  const named = fc.uniqueArray(fc.record({ id: fc.nat(30).map(String), name: fc.string() }), {
    selector: ({ id }) => id,
  });
  fc.assert(
    fc.property(named, named, fc.boolean(), (first, then, turned) => {
      const before = { rows: turned ? first.toReversed() : first, ordered: first };
      const held = heldOrder(before, then);
      const ids = first.map(({ id }) => id);
      expect(held.filter(({ id }) => ids.includes(id)).map(({ id }) => id)).toEqual(
        ids.filter((id) => then.some((row) => row.id === id)),
      );
      expect(new Set(held)).toEqual(new Set(then));
      const late = held.findIndex(({ id }) => !ids.includes(id));
      if (late >= 0) expect(held.slice(late).some(({ id }) => ids.includes(id))).toBe(false);
    }),
  );
});
