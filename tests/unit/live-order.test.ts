import fc from "fast-check";
import { expect, test } from "vitest";
import { keepOrder, type OrderKey, orderBy } from "@/components/grid/live-order";

type Row = { id: number; name: string; figure: number | null };

const row = fc.record({
  id: fc.nat(40),
  name: fc.constantFrom("v2.9", "v2.10", "Ägidius", "Zoe"),
  figure: fc.option(fc.nat(5)),
});
const rows = fc.uniqueArray(row, { selector: ({ id }) => id, maxLength: 40 });

const keys = (nameDesc: boolean, figureDesc: boolean): OrderKey<Row>[] => [
  { value: ({ figure }) => figure, desc: figureDesc },
  { value: ({ name }) => name, desc: nameDesc },
  { value: ({ id }) => id, desc: false },
];

test("an order kept while some rows change is the order of all of them sorted anew", () => {
  fc.assert(
    fc.property(rows, rows, fc.boolean(), fc.boolean(), (first, changed, nameDesc, figureDesc) => {
      const compare = orderBy(keys(nameDesc, figureDesc));
      const before = keepOrder([], first, compare);
      const now = new Map(first.map((one) => [one.id, one]));
      for (const one of changed.slice(0, 5)) now.set(one.id, one);
      for (const one of changed.slice(5, 8)) now.delete(one.id);
      const all = [...now.values()];
      expect(keepOrder(before, all, compare)).toEqual(all.toSorted(compare));
    }),
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
    keepOrder([], all, orderBy(keys(false, figureDesc))).map(({ id }) => id);
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
  const before = keepOrder([], all, compare);
  nowMs = 10;
  expect(keepOrder(before, all.toReversed(), compare)).toEqual(before);
});
