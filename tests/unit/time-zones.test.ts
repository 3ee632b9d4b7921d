import { expect, test } from "vitest";
import { timeZones, zoneToday } from "@/lib/time-zones";

test("zones are listed once, by names of today that this runtime knows", () => {
  const zones = timeZones();
  expect(zones[0]).toBe("UTC");
  expect(new Set(zones).size).toBe(zones.length);
  expect(zones).toContain("Asia/Kolkata");
  expect(zones).not.toContain("Asia/Calcutta");
  for (const timeZone of zones) new Intl.DateTimeFormat("en", { timeZone });
  expect(zoneToday("Europe/Berlin")).toBe("Europe/Berlin");
});
