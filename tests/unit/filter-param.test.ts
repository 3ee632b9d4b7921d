import fc from "fast-check";
import { expect, test } from "vitest";
import { parseChosen, withChosen } from "@/components/grid/filter-param";

const ids = ["team", "platform", "version"];

test("what is written into an address is read from it again, and nothing else in it is lost", () => {
  const values = fc.uniqueArray(fc.string(), { minLength: 1, maxLength: 4 });
  const choices = fc.dictionary(fc.constantFrom(...ids), values, { noNullPrototype: true });
  fc.assert(
    fc.property(choices, fc.string(), (chosen, search) => {
      const before = new URLSearchParams({ search, team: "another", after: "page 2" });
      const address = withChosen(before, chosen, { ids, reset: ["after"] });
      const params = Object.fromEntries([...address.keys()].map((key) => [key, address.getAll(key)]));
      expect(parseChosen(params, ids)).toEqual(chosen);
      expect(address.get("search")).toBe(search);
      expect(address.has("after")).toBe(false);
    }),
  );
});

test("filters that the page does not have, and values told twice, are dropped", () => {
  expect(parseChosen({ team: ["a", "a", "b"], other: "x", platform: "mobile" }, ids)).toEqual({
    team: ["a", "b"],
    platform: ["mobile"],
  });
});
