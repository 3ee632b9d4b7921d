import { expect, test } from "vitest";
import { db } from "@/lib/db";
import { keep } from "@/lib/kept";

test("what was being read while it changed is not kept", async () => {
  let stored = "old";
  const setting = keep(async () => {
    const value = stored;
    if (stored === "old") {
      stored = "new";
      setting.forget();
    }
    return value;
  });
  expect(await setting.read(db)).toBe("old");
  expect(await setting.read(db)).toBe("new");
});
