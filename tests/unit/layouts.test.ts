import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Actor } from "@/lib/auth/actor";
import { Content, misreadIn, readContent, stockContent } from "@/lib/layouts/content";
import { mayChange, mayRemove, maySee, mayShareWith } from "@/lib/layouts/reach";
import { reconcile, sameContent } from "@/lib/layouts/reconcile";

const catalogue = { columns: ["agent", "team", "state"], filters: ["team", "state"], groups: ["team"] };

const id = fc.constantFrom("agent", "team", "state", "mood", "shoeSize");
const content: fc.Arbitrary<Content> = fc.record({
  version: fc.constant(1 as const),
  order: fc.uniqueArray(id),
  widths: fc.dictionary(id, fc.integer({ min: 44, max: 2000 })),
  hidden: fc.dictionary(id, fc.boolean()),
  density: fc.constantFrom("comfortable" as const, "compact" as const),
  sort: fc.uniqueArray(fc.record({ id, desc: fc.boolean() }), { selector: (term) => term.id }),
  filters: fc.dictionary(id, fc.array(fc.string({ maxLength: 20 }), { maxLength: 3 })),
  group: fc.uniqueArray(id),
});

describe("a stored content", () => {
  test("is read as it was written", () => {
    fc.assert(
      fc.property(content, (given) => {
        expect(readContent(Content.parse(given))).toEqual({ ...given });
      }),
    );
  });

  test("of any kind is read, and what is read may be saved", () => {
    const parts = fc.record(
      { order: fc.jsonValue(), widths: fc.jsonValue(), sort: fc.jsonValue(), filters: fc.jsonValue() },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), parts), (stored) => {
        expect(Content.safeParse(readContent(stored)).success).toBe(true);
      }),
    );
  });

  test("of a later version keeps the parts that are still understood", () => {
    const stored = { version: 7, order: ["agent"], density: "airy", sort: "agent", aura: 1 };
    expect(readContent(stored)).toEqual({ ...stockContent, order: ["agent"] });
    expect(misreadIn(stored)).toEqual(["density", "sort"]);
    expect(readContent(null)).toEqual(stockContent);
    expect(misreadIn({ order: ["agent", "agent"], sort: [{ id: "agent" }] })).toEqual(["order"]);
  });
});

describe("reconciled", () => {
  test("it holds only what there is, and loses nothing else", () => {
    fc.assert(
      fc.property(content, (given) => {
        const fitted = reconcile(given, catalogue);
        const known = (column: string) => catalogue.columns.includes(column);
        expect(fitted.order).toEqual(given.order.filter(known));
        expect(fitted.sort).toEqual(given.sort.filter((term) => known(term.id)));
        expect(Object.keys(fitted.widths).sort()).toEqual(Object.keys(given.widths).filter(known).sort());
        expect(Object.keys(fitted.filters).every((filter) => catalogue.filters.includes(filter))).toBe(true);
        expect(fitted.group.every((group) => catalogue.groups.includes(group))).toBe(true);
        expect(fitted.density).toBe(given.density);
      }),
    );
  });

  test("it stays as it is", () => {
    fc.assert(
      fc.property(content, (given) => {
        const fitted = reconcile(given, catalogue);
        expect(reconcile(fitted, catalogue)).toEqual(fitted);
        expect(sameContent(fitted, reconcile(fitted, catalogue))).toBe(true);
      }),
    );
  });
});

test("two are the same whatever the order in which keys and values were written", () => {
  const one = { ...stockContent, widths: { agent: 100, team: 90 }, filters: { team: ["a", "b"], state: [] } };
  const other = { ...stockContent, widths: { team: 90, agent: 100 }, filters: { team: ["b", "a"] } };
  expect(sameContent(one, other)).toBe(true);
  expect(sameContent(one, { ...other, order: ["team"] })).toBe(false);
  expect(sameContent(one, { ...other, group: ["team"] })).toBe(false);
});

describe("who reaches a layout", () => {
  const actor = (id: string, roles: Actor["roles"], scope: Actor["scope"]): Actor => ({
    kind: "person",
    id,
    roles,
    scope,
  });
  const owner = actor("owner", ["supervisor"], ["team"]);
  const former = actor("owner", ["supervisor"], ["other"]);
  const colleague = actor("colleague", ["supervisor"], ["team"]);
  const stranger = actor("stranger", ["supervisor"], ["other"]);
  const administrator = actor("administrator", ["administrator"], "all");

  const personal = { ownerId: "owner", everyone: false, teamId: null };
  const ofTeam = { ...personal, teamId: "team" };
  const ofAll = { ...personal, everyone: true };

  test.each([
    ["owner, personal", owner, personal, { see: true, change: true, remove: true }],
    ["owner, of a team", owner, ofTeam, { see: true, change: true, remove: true }],
    ["owner, of everyone", owner, ofAll, { see: true, change: false, remove: true }],
    ["owner who left the team", former, ofTeam, { see: true, change: false, remove: true }],
    ["colleague, personal", colleague, personal, { see: false, change: false, remove: false }],
    ["colleague, of the team", colleague, ofTeam, { see: true, change: false, remove: false }],
    ["stranger, of a team", stranger, ofTeam, { see: false, change: false, remove: false }],
    ["stranger, of everyone", stranger, ofAll, { see: true, change: false, remove: false }],
    ["administrator, personal", administrator, personal, { see: false, change: false, remove: false }],
    ["administrator, of a team", administrator, ofTeam, { see: true, change: true, remove: true }],
    ["administrator, of everyone", administrator, ofAll, { see: true, change: true, remove: true }],
  ])("%s", (_, who, layout, { see, change, remove }) => {
    expect(maySee(who, layout)).toBe(see);
    expect(mayChange(who, layout)).toBe(change);
    expect(mayRemove(who, layout)).toBe(remove);
  });

  test("sharing is for supervisors with their teams, for administrators with everyone", () => {
    expect(mayShareWith(owner, { kind: "team", teamId: "team" })).toBe(true);
    expect(mayShareWith(owner, { kind: "team", teamId: "other" })).toBe(false);
    expect(mayShareWith(owner, { kind: "everyone" })).toBe(false);
    expect(mayShareWith(administrator, { kind: "everyone" })).toBe(true);
    const agent = actor("agent", ["agent"], []);
    expect(mayShareWith(agent, { kind: "team", teamId: "team" })).toBe(false);
  });
});
