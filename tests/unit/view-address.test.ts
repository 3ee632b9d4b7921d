import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addressOf, contentIn, openedIn, saysAnything, stockView } from "@/app/_components/view-address";
import { type Content, stockContent } from "@/lib/layouts/content";
import { reconcile, sameContent } from "@/lib/layouts/reconcile";
import { catalogueOf, stockColumns } from "@/lib/reports/catalogue";
import { arranged } from "@/lib/reports/layout";

const catalogue = arranged(catalogueOf([]));
const view = { view: stockView, at: 0 };

const column = fc.constantFrom(...catalogue.columns);
const content: fc.Arbitrary<Content> = fc
  .record({
    version: fc.constant(1 as const),
    order: fc.oneof(fc.uniqueArray(column), fc.constant<string[]>([...stockColumns])),
    widths: fc.dictionary(column, fc.integer({ min: 44, max: 2000 })),
    hidden: fc.constant({}),
    density: fc.constantFrom("comfortable" as const, "compact" as const),
    sort: fc.uniqueArray(fc.record({ id: column, desc: fc.boolean() }), { selector: ({ id }) => id }),
    filters: fc.dictionary(
      fc.constantFrom(...catalogue.filters),
      fc.array(fc.string({ maxLength: 20 }), { minLength: 1, maxLength: 3 }),
    ),
    group: fc.uniqueArray(fc.constantFrom(...catalogue.groups)),
  })
  // An address names the columns that have a width, and a report shows what it names.
  .map((any) => ({ ...any, widths: Object.fromEntries(any.order.map((id) => [id, any.widths[id] ?? 100])) }))
  .map((any) => reconcile(any, catalogue));

const shownAt = (address: URLSearchParams) => contentIn(new URLSearchParams(address.toString()), catalogue);

describe("the address of a report's layout", () => {
  test("alone says everything, whatever was in it before", () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const first = addressOf(before, view, { from: new URLSearchParams("zone=Asia/Kolkata"), catalogue });
        const second = addressOf(after, view, { from: first, catalogue });
        expect(sameContent(shownAt(second), after)).toBe(true);
        expect(openedIn(second)).toEqual(view);
        expect(second.get("zone")).toBe("Asia/Kolkata");
      }),
    );
  });

  test("keeps the range that was asked for, unless the layout has one of its own", () => {
    const from = new URLSearchParams("from=2026-11-01&to=2026-12-01");
    expect(addressOf(stockContent, view, { from, catalogue }).get("from")).toBe("2026-11-01");
    const monthly = { ...stockContent, filters: { preset: ["lastMonth"] } };
    const next = addressOf(monthly, view, { from, catalogue });
    expect(next.get("preset")).toBe("lastMonth");
    expect([next.has("from"), next.has("to")]).toEqual([false, false]);
  });

  test("names no columns where they are the stock ones", () => {
    const named = reconcile({ ...stockContent, order: [...stockColumns] }, catalogue);
    const address = addressOf(named, view, { from: new URLSearchParams("columns=agent"), catalogue });
    expect(address.has("columns")).toBe(false);
  });

  test("may name a column twice, as one that was typed: the first counts", () => {
    const typed = new URLSearchParams("sort=os,-os,agent&group=os,os");
    const { sort, group } = contentIn(typed, catalogue);
    expect(sort.map(({ id, desc }) => [id, desc])).toEqual([
      ["os", false],
      ["agent", false],
    ]);
    expect(group).toEqual(["os"]);
  });

  test.each([
    "from=2026-11-01&to=2026-12-01",
    "preset=today",
    "os=iOS",
    "version=2.1",
    "columns=agent",
    "days=split",
  ])("%s is more than the default layout says", (address) => {
    expect(saysAnything(new URLSearchParams(address), catalogue)).toBe(true);
  });

  test("a zone is not", () => {
    expect(saysAnything(new URLSearchParams("zone=UTC"), catalogue)).toBe(false);
  });
});
