import { beforeEach, describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeSettings, saveSettings } from "@/lib/settings/commands";
import { readSettings, readSettingsNow } from "@/lib/settings/queries";
import { defaults, SettingsPatch } from "@/lib/settings/schema";

const supervisor: Actor = { kind: "person", id: crypto.randomUUID(), roles: ["supervisor"], scope: [] };

const audited = async () =>
  (await db.auditEntry.findMany({ where: { verb: "setting.change" }, include: { detail: true } })).map(
    ({ subject, detail }) => [subject, detail?.changes],
  );
const alreadyAudited = new Set<string>();
const newlyAudited = async () =>
  (await audited()).filter((entry) => !alreadyAudited.has(JSON.stringify(entry)));

beforeEach(async () => {
  await changeSettings(bootstrapToken, defaults);
  for (const entry of await audited()) alreadyAudited.add(JSON.stringify(entry));
});

describe("changing settings", () => {
  test("each one that differs is stored and audited with its old and new value", async () => {
    const patch = { desktopLeaseSeconds: 45, dailyResetAt: "04:00", resumeMinutes: 15 };
    const after = await changeSettings(bootstrapToken, patch);
    expect(after).toEqual({ ...defaults, desktopLeaseSeconds: 45, dailyResetAt: "04:00" });
    expect(await readSettingsNow(db)).toEqual(after);
    expect(await readSettings(db)).toEqual(after);
    expect(await newlyAudited()).toEqual([
      ["desktopLeaseSeconds", { from: 60, to: 45 }],
      ["dailyResetAt", { from: "00:00", to: "04:00" }],
    ]);
  });

  test("null is a value", async () => {
    await changeSettings(bootstrapToken, { dailySignOutAt: "03:00", endAfterMissed: 3 });
    await changeSettings(bootstrapToken, { dailySignOutAt: null });
    expect(await readSettingsNow(db)).toMatchObject({ dailySignOutAt: null, endAfterMissed: 3 });
  });

  test("a supervisor is refused", async () => {
    await expect(changeSettings(supervisor, { resumeMinutes: 0 })).rejects.toMatchObject({
      code: "not-allowed",
    });
    const saved = saveSettings(supervisor, { patch: { resumeMinutes: 0 }, seen: { resumeMinutes: 15 } });
    await expect(saved).rejects.toMatchObject({ code: "not-allowed" });
  });

  test.each([
    { desktopLeaseSeconds: 1 },
    { desktopLeaseSeconds: 3601 },
    { desktopLeaseSeconds: 2.5 },
    { mobileInactivitySeconds: 59 },
    { endAfterMissed: 0 },
    { dailySignOutAt: "24:00" },
    { dailyResetAt: null },
    { timeZone: "Europe/Nowhere" },
    { unknownVersion: "perhaps" },
    { failuresPerName: 2 },
    { colour: "green" },
  ])("out of bounds: %j", (patch) => {
    expect(SettingsPatch.safeParse(patch).success).toBe(false);
  });
});

describe("two people at the same screen", () => {
  test("who saw an older value overwrites nothing, and another setting is none of it", async () => {
    const first = await saveSettings(bootstrapToken, {
      patch: { desktopLeaseSeconds: 45 },
      seen: { desktopLeaseSeconds: 60 },
    });
    expect(first).toMatchObject({ ok: true, value: { desktopLeaseSeconds: 45 } });
    const late = await saveSettings(bootstrapToken, {
      patch: { desktopLeaseSeconds: 30, resumeMinutes: 5 },
      seen: { desktopLeaseSeconds: 60, resumeMinutes: 15 },
    });
    expect(late).toMatchObject({ ok: false, code: "setting-changed" });
    expect(await readSettingsNow(db)).toMatchObject({ desktopLeaseSeconds: 45, resumeMinutes: 15 });
    const other = await saveSettings(bootstrapToken, {
      patch: { resumeMinutes: 5 },
      seen: { resumeMinutes: 15 },
    });
    expect(other).toMatchObject({ ok: true, value: { desktopLeaseSeconds: 45, resumeMinutes: 5 } });
  });

  test("at the same instant one of them is told", async () => {
    const save = (desktopLeaseSeconds: number) =>
      saveSettings(bootstrapToken, { patch: { desktopLeaseSeconds }, seen: { desktopLeaseSeconds: 60 } });
    const results = await Promise.all([save(30), save(40)]);
    expect(results.filter(({ ok }) => ok)).toHaveLength(1);
    expect(results.filter((result) => !result.ok && result.code === "setting-changed")).toHaveLength(1);
  });
});
