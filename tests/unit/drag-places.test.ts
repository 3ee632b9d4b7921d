import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { moveItem } from "@/components/arrange/move";
import { arrows, placeOver, roomOf, stepFrom, type Zone } from "@/components/arrange/place";

const zones: Zone[] = [
  { id: "shelf", axis: "y", order: ["s1", "s2"], heap: true, beside: { ArrowRight: "head" } },
  { id: "head", axis: "x", order: ["a", "b", "c"], beside: { ArrowLeft: "shelf", ArrowUp: "groups" } },
  { id: "groups", axis: "x", order: [], beside: { ArrowLeft: "shelf", ArrowDown: "head" } },
];

describe("where something lands", () => {
  it("is past what it is held over when it comes from before it in the same line", () => {
    expect(placeOver(zones, "a", "b")).toEqual({ zone: "head", before: "c" });
    expect(placeOver(zones, "a", "c")).toEqual({ zone: "head", before: null });
    expect(placeOver(zones, "c", "a")).toEqual({ zone: "head", before: "a" });
  });

  it("is before what it is held over when it comes from elsewhere, and last over the room of a line", () => {
    expect(placeOver(zones, "s1", "a")).toEqual({ zone: "head", before: "a" });
    expect(placeOver(zones, "s1", roomOf("head"))).toEqual({ zone: "head", before: null });
    expect(placeOver(zones, "a", roomOf("groups"))).toEqual({ zone: "groups", before: null });
  });

  it("has no place in a heap", () => {
    expect(placeOver(zones, "a", "s2")).toEqual({ zone: "shelf", before: null });
    expect(placeOver(zones, "s1", roomOf("shelf"))).toBeNull();
  });

  it("is nowhere over what is no part of the board", () => {
    expect(placeOver(zones, "a", "elsewhere")).toBeNull();
  });
});

describe("the arrows", () => {
  const walk = (id: string, keys: readonly (typeof arrows)[number][]) =>
    keys.reduce((over, key) => stepFrom(zones, id, over, key) ?? over, id);

  it("lead from the shelf along the whole line and behind its last", () => {
    expect(walk("s1", ["ArrowRight"])).toBe("a");
    expect(walk("s1", ["ArrowRight", "ArrowRight", "ArrowRight"])).toBe("c");
    expect(walk("s1", ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight"])).toBe(roomOf("head"));
    expect(walk("s1", ["ArrowRight", "ArrowRight", "ArrowRight", "ArrowRight", "ArrowLeft"])).toBe("c");
  });

  it("lead out of a line at its end and across it", () => {
    expect(walk("a", ["ArrowLeft"])).toBe(roomOf("shelf"));
    expect(walk("b", ["ArrowUp"])).toBe(roomOf("groups"));
    expect(walk("b", ["ArrowUp", "ArrowDown"])).toBe("a");
    expect(stepFrom(zones, "c", "c", "ArrowRight")).toBeNull();
  });

  it("never lose what is held: wherever it is dropped, every line has everything once", () => {
    const held = fc.constantFrom("s1", "s2", "a", "b", "c");
    fc.assert(
      fc.property(held, fc.array(fc.constantFrom(...arrows), { maxLength: 12 }), (id, keys) => {
        const place = placeOver(zones, id, walk(id, keys));
        if (!place) return;
        const order = zones.find((zone) => zone.id === place.zone)?.order ?? [];
        const after = moveItem(order, id, place.before);
        expect(after.toSorted()).toEqual([...new Set([...order, id])].toSorted());
      }),
    );
  });
});
