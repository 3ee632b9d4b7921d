import { expect, test } from "vitest";
import { deviceCode, deviceLabel, deviceName, devicesNamed } from "@/lib/sessions/device-names";

test.each([
  ["iPhone10,2", "iPhone 8 Plus"],
  ["iPhone10,5", "iPhone 8 Plus"],
  ["iPhone17,1", "iPhone 16 Pro"],
  ["iPhone18,4", "iPhone Air"],
  ["iPad16,3", "iPad Pro 11-inch (M4)"],
  ["SM-G991B", "Galaxy S21 5G"],
  ["SM-S938B", "Galaxy S25 Ultra"],
  ["SM-S938U1", "Galaxy S25 Ultra"],
  ["2201117TY", "Redmi Note 11"],
  ["23127PN0CG", "Xiaomi 14"],
  ["CPH2581", "OnePlus 12"],
  ["GQML3", "Pixel 7"],
  ["sm-g991b", "Galaxy S21 5G"],
  [" IPHONE10,2 ", "iPhone 8 Plus"],
])("%s is shown as %s", (code, name) => {
  expect(deviceName(code)).toBe(name);
  expect(deviceCode({ device: code })).toBe(code);
});

test.each([
  "",
  "iPhone 8 Plus",
  "iPhone99,9",
  "Pixel 9",
  "moto g(60)",
  "SM-",
  "SM-Z999X",
  "Chrome",
  "WS-0412",
  "__proto__",
])("%j stays as it was sent", (sent) => {
  expect(deviceName(sent)).toBe(sent);
  expect(deviceCode({ device: sent })).toBeNull();
});

test("a label names the device, else the browser, else nothing", () => {
  const chrome = { browserName: "Chrome", browserVersion: "126" };
  expect(deviceLabel({ device: "iPhone10,2", ...chrome })).toBe("iPhone 8 Plus");
  expect(deviceLabel({ device: null, ...chrome })).toBe("Chrome 126");
  expect(deviceLabel({ device: null, browserName: null, browserVersion: null })).toBeNull();
});

test("a name finds all that was sent for it", () => {
  const among = ["iPhone10,2", "iPhone 8 Plus", "iPhone10,5", "SM-G991B", "Palm"];
  expect(devicesNamed(["iPhone 8 Plus"], among)).toEqual(["iPhone10,2", "iPhone 8 Plus", "iPhone10,5"]);
  expect(devicesNamed(["Palm", "Galaxy S21 5G"], among)).toEqual(["SM-G991B", "Palm"]);
  expect(devicesNamed(["iPhone10,2"], among)).toEqual([]);
});
