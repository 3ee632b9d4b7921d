import { expect, test } from "vitest";
import { deviceLabel } from "@/lib/sessions/device-names";
import { appLabel, osLabel } from "@/lib/sessions/labels";
import { Client } from "@/lib/sessions/schema";

const phone = {
  app: "Mobile",
  version: "v2.17.60 (2.62740)",
  os: { name: "iOS", version: "14.8" },
  device: { model: "iPhone 8 Plus" },
};

test("a phone is written as the field writes it", () => {
  const client = Client.parse(phone);
  expect(appLabel(client)).toBe("Mobile v2.17.60 (2.62740)");
  expect(osLabel(client)).toBe("iOS 14.8");
  expect(deviceLabel(client)).toBe("iPhone 8 Plus");
});

test("a desktop in a browser shows the browser", () => {
  const client = Client.parse({
    app: "Agent Desktop",
    version: "5.24.99",
    browser: { name: "Chrome", version: "126" },
  });
  expect(appLabel(client)).toBe("Agent Desktop v5.24.99");
  expect(osLabel(client)).toBeNull();
  expect(deviceLabel(client)).toBe("Chrome 126");
});

test("a version that is none is kept as sent", () => {
  expect(appLabel(Client.parse({ ...phone, version: "nightly build" }))).toBe("Mobile nightly build");
});

test("a build of its own wins over the one in the version", () => {
  expect(Client.parse({ ...phone, build: "7" }).build).toBe("7");
});

test.each([
  ["a phone without its system", { ...phone, os: undefined }, ["os"]],
  ["an unknown app", { ...phone, app: "Pager" }, ["app"]],
  ["a version too long", { ...phone, version: "1".repeat(65) }, ["version"]],
  ["a control character", { ...phone, device: { model: "iPhone\u0000" } }, ["device", "model"]],
  ["an empty model", { ...phone, device: { model: " " } }, ["device", "model"]],
])("%s is refused", (_, client, path) => {
  expect(Client.safeParse(client).error?.issues[0]?.path).toEqual(path);
});

test("fields that nobody knows are ignored", () => {
  expect(Client.safeParse({ ...phone, colour: "red" }).success).toBe(true);
});
