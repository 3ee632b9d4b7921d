import { expect, test } from "vitest";
import { facetsOf, type Group } from "@/lib/sessions/facets";

const nothing = { platform: [], version: [], device: [], cause: [] };

const groups: Group[] = [
  { platform: "mobile", version: "2.9.0", device: "iPhone 8 Plus", cause: "signed_out", count: 5 },
  { platform: "mobile", version: "2.10.0", device: "iPhone 8 Plus", cause: "inactivity", count: 2 },
  { platform: "mobile", version: "nightly", device: null, cause: null, count: 1 },
  { platform: "desktop", version: "5.0.0", device: "Chrome", cause: "signed_out", count: 30 },
];

test("without a choice every value is offered with its count", () => {
  const facets = facetsOf(groups, nothing);
  expect(facets.matching).toBe(38);
  expect(facets.platform).toEqual([
    { value: "desktop", count: 30 },
    { value: "mobile", count: 8 },
  ]);
  expect(facets.device).toEqual([
    { value: "Chrome", count: 30 },
    { value: "iPhone 8 Plus", count: 7 },
  ]);
  expect(facets.cause.map(({ value }) => value)).toEqual(["signed_out", "inactivity"]);
});

test("versions come from the newest down, those without an order last", () => {
  expect(facetsOf(groups, nothing).version.map(({ value }) => value)).toEqual([
    "5.0.0",
    "2.10.0",
    "2.9.0",
    "nightly",
  ]);
});

test("a version says which apps have it, whatever is chosen", () => {
  const both: Group = { platform: "desktop", version: "2.9.0", device: null, cause: null, count: 1 };
  const { version } = facetsOf([...groups, both], { ...nothing, platform: ["mobile"] });
  expect(version.find(({ value }) => value === "2.9.0")).toEqual({
    value: "2.9.0",
    count: 5,
    platforms: ["desktop", "mobile"],
  });
  expect(version.find(({ value }) => value === "5.0.0")).toMatchObject({ count: 0, platforms: ["desktop"] });
});

test("a filter's own choice does not narrow what it offers", () => {
  const facets = facetsOf(groups, { ...nothing, platform: ["mobile"], cause: ["signed_out"] });
  expect(facets.matching).toBe(5);
  expect(facets.platform).toEqual([
    { value: "desktop", count: 30 },
    { value: "mobile", count: 5 },
  ]);
  expect(facets.cause).toEqual([
    { value: "signed_out", count: 5 },
    { value: "inactivity", count: 2 },
  ]);
  expect(facets.device.find(({ value }) => value === "Chrome")?.count).toBe(0);
});

test("several values of one filter add up; nothing is no match", () => {
  expect(facetsOf(groups, { ...nothing, version: ["2.9.0", "5.0.0"] }).matching).toBe(35);
  expect(facetsOf(groups, { ...nothing, device: ["Palm"] }).matching).toBe(0);
  expect(facetsOf([], nothing)).toEqual({ matching: 0, platform: [], version: [], device: [], cause: [] });
});
