import { expect, test } from "vitest";
import { browserOf, browserOfBrands, osOf } from "@/app/agent/_components/this-browser";

const windows =
  "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36";
const iphone =
  "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1";
const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:127.0) Gecko/20100101 Firefox/127.0";
const pixel =
  "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Mobile Safari/537.36";

test("of a browser's brands the one that is its own", () => {
  const brands = [
    { brand: "Not/A)Brand", version: "8" },
    { brand: "Chromium", version: "126" },
    { brand: "Google Chrome", version: "126" },
  ];
  expect(browserOfBrands(brands)).toEqual({ browserName: "Chrome", browserVersion: "126" });
  expect(browserOfBrands(brands.slice(0, 2))).toEqual({ browserName: "Chromium", browserVersion: "126" });
  expect(browserOfBrands([])).toBeUndefined();
});

test.each([
  [windows, "Chrome", "126"],
  [`${windows} Edg/126.0.0.0`, "Edge", "126"],
  [iphone, "Safari", "17.5"],
  [mac, "Firefox", "127"],
  ["curl/8", "", ""],
])("the browser of %s", (userAgent, browserName, browserVersion) => {
  expect(browserOf(userAgent)).toEqual({ browserName, browserVersion });
});

test.each([
  [windows, "Windows", ""],
  [iphone, "iOS", "17.5"],
  [mac, "macOS", ""],
  [pixel, "Android", "14"],
  ["Mozilla/5.0 (X11; Linux x86_64)", "Linux", ""],
])("the operating system of %s", (userAgent, osName, osVersion) => {
  expect(osOf(userAgent)).toEqual({ osName, osVersion });
});
