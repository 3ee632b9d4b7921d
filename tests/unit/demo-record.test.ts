import { mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { mayBeDemo, newRecord, readRecord, writeRecord } from "@/demo/record";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "rollcall-demo-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test("a folder that holds somebody's real Rollcall never becomes a demo", async () => {
  expect(mayBeDemo(folder)).toBe(true);
  await writeFile(path.join(folder, "instance.json"), "{}");
  expect(mayBeDemo(folder)).toBe(false);
  await writeRecord(folder, newRecord({ administrator: "admin", password: "a password" }));
  expect(mayBeDemo(folder)).toBe(true);
});

test("what a demo knows of itself is for its owner alone", async () => {
  expect(await readRecord(folder)).toBeUndefined();
  const record = newRecord({ administrator: "admin", password: "a password" });
  await writeRecord(folder, record);
  expect(await readRecord(folder)).toEqual(record);
  expect((await stat(path.join(folder, "demo.json"))).mode & 0o077).toBe(0);
});
