import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inHead, placed, zonesOf } from "@/app/(console)/reports/login-logout/_components/board";
import { stockContent } from "@/lib/layouts/content";
import { catalogueOf } from "@/lib/reports/catalogue";
import { mostGroups } from "@/lib/reports/schema";

const ids = catalogueOf([]).map((column) => column.id);
const put = fc.record({
  id: fc.constantFrom(...ids),
  zone: fc.constantFrom("shelf", "head", "groups"),
  before: fc.option(fc.constantFrom(...ids)),
});

const dragged = (puts: readonly { id: string; zone: string; before: string | null }[]) =>
  puts.reduce((content, { id, ...place }) => placed(content, id, place), stockContent);

describe("the board", () => {
  test("has every column in one place, whatever is dragged where", () => {
    fc.assert(
      fc.property(fc.array(put), (puts) => {
        const content = dragged(puts);
        const taken = [...inHead(content), ...content.group];
        expect(new Set(taken).size).toBe(taken.length);
        const shelf = ids.filter((id) => !taken.includes(id));
        const order = zonesOf(content, shelf).flatMap((zone) => zone.order);
        expect(order.toSorted()).toEqual(ids.toSorted());
        expect(content.group.length).toBeLessThanOrEqual(mostGroups);
      }),
    );
  });

  test("puts a column before the one that it is dropped on, and leaves a full group area as it is", () => {
    const content = dragged([{ id: "platform", zone: "head", before: "login" }]);
    const head = inHead(content);
    expect(head[head.indexOf("platform") + 1]).toBe("login");

    const full = dragged(["agent", "team", "platform"].map((id) => ({ id, zone: "groups", before: null })));
    expect(full.group).toEqual(["agent", "team", "platform"]);
    expect(placed(full, "os", { zone: "groups", before: "agent" })).toEqual(full);
    expect(placed(full, "platform", { zone: "groups", before: "agent" }).group).toEqual([
      ...["platform", "agent", "team"],
    ]);
  });
});
