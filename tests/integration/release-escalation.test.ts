import { v7 as uuidv7 } from "uuid";
import { expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import {
  escalateRelease,
  keepRecommended,
  pauseRelease,
  resumeRelease,
  widenRelease,
} from "@/lib/releases/course";
import { previewEscalation } from "@/lib/releases/escalation";
import { previewRelease } from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import { turnReleases } from "@/lib/releases/turn";
import { eachAtNoon, hours, minutes } from "./release-day";
import { newDraft, openNoticesOf, published } from "./releases";
import { audited, verbs } from "./teams";

const day = eachAtNoon();
const admin: Actor = { kind: "person", id: uuidv7(), roles: ["administrator"], scope: "all" };
const at = (count: number) => hours(count).toISOString();
const stored = (id: string) => db.release.findUniqueOrThrow({ where: { id } });

test("what becomes mandatory by itself is in the store before it goes out", async () => {
  const { id } = await newDraft({ inStore: false, escalateAt: at(3) });
  expect(await publishRelease(bootstrapToken, { id })).toMatchObject({ code: "not-in-store" });
});

test("one that nobody had seen in the store is seen there when it is made mandatory", async () => {
  const { id } = await published({ inStore: false });
  const escalate = (given: object) => escalateRelease(bootstrapToken, { id, ...given });
  expect(await escalate({})).toMatchObject({ code: "not-in-store" });
  expect(await escalate({ inStore: true })).toMatchObject({ value: { kind: "mandatory" } });
  expect((await stored(id)).inStoreAt).toEqual(hours(0));
});

test("it becomes mandatory once the store has had it for the hours that were set", async () => {
  const { id } = await published({ holdHours: 24, escalateAt: at(3), graceMinutes: 0 });
  const early = await previewRelease(bootstrapToken, { id, as: "mandatory", at: hours(3) });
  expect(early).toMatchObject({ value: { at: hours(24) } });
  await day.clock.set(hours(4));
  await turnReleases();
  expect(await stored(id)).toMatchObject({ kind: "recommended", held: null });
  await day.clock.set(hours(24));
  await turnReleases();
  expect(await stored(id)).toMatchObject({ kind: "mandatory" });

  const other = await published({ version: "2.19.0", inStore: false, holdHours: 2 });
  expect(await escalateRelease(bootstrapToken, { id: other.id, inStore: true })).toMatchObject({
    value: { kind: "recommended", escalateAt: hours(26) },
  });
});

test("how people are signed out is decided when it is made mandatory", async () => {
  const { id } = await published();
  const how = { graceMinutes: 5, signOut: { mode: "at_once" as const, wavePercent: 10, waveMinutes: 10 } };
  expect(await previewEscalation(bootstrapToken, { id, ...how })).toMatchObject({
    value: { counts: { signedOutNow: 1 }, firstSignOutAt: minutes(5), lastSignOutAt: minutes(5) },
  });
  const escalated = await escalateRelease(bootstrapToken, { id, ...how, hardLimitMinutes: null });
  expect(escalated).toMatchObject({ value: { signOutMode: "at_once", hardLimitMinutes: null } });
  expect(await openNoticesOf(day.user.id)).toMatchObject([{ signOutAt: minutes(5) }]);
});

test("and stays so where it becomes mandatory at a date", async () => {
  const { id } = await published();
  const signOut = { mode: "at_once" as const, wavePercent: 10, waveMinutes: 10 };
  await escalateRelease(bootstrapToken, { id, at: hours(1), graceMinutes: 5, signOut });
  await day.clock.set(hours(1));
  await turnReleases();
  expect(await openNoticesOf(day.user.id)).toMatchObject([{ signOutAt: minutes(65) }]);
});

test("what was decided is in the audit", async () => {
  const { id } = await published();
  const signOut = { mode: "at_once" as const, wavePercent: 10, waveMinutes: 10 };
  await escalateRelease(bootstrapToken, { id, graceMinutes: 5, signOut });
  expect((await audited(id)).at(-1)).toMatchObject({
    verb: "release.escalate",
    detail: {
      changes: {
        from: { graceMinutes: 15, signOutMode: "waves" },
        to: { graceMinutes: 5, signOutMode: "at_once", counts: { signedOutNow: 1 } },
      },
    },
  });
});

test("a date is taken back", async () => {
  const { id } = await published({ escalateAt: at(3) });
  expect(await keepRecommended(admin, { id, reason: "The crash is rare." })).toMatchObject({
    value: { escalateAt: null },
  });
  await day.clock.set(hours(3));
  await turnReleases();
  expect(await stored(id)).toMatchObject({ kind: "recommended" });
  const kept = verbs(await audited(id));
  expect(kept.at(-1)).toBe("release.keep");
  expect(await keepRecommended(admin, { id })).toMatchObject({ ok: true });
  expect(verbs(await audited(id))).toEqual(kept);
});

test("what was to become mandatory while it was paused asks when it goes on", async () => {
  const { id } = await published({ escalateAt: at(3), stagePercent: 99.99, users: [day.user.username] });
  await pauseRelease(bootstrapToken, { id });
  await day.clock.set(hours(4));
  expect(await resumeRelease(bootstrapToken, { id })).toMatchObject({
    value: { kind: "recommended", held: { counts: { signedOutNow: 1 } } },
  });
  expect(verbs(await audited(id)).slice(-2)).toEqual(["release.resume", "release.hold"]);
  expect(await widenRelease(bootstrapToken, { id, percent: 100 })).toMatchObject({ ok: true });
  await turnReleases();
  expect(await stored(id)).toMatchObject({ kind: "recommended", held: { counts: { signedOutNow: 1 } } });
  expect(await escalateRelease(bootstrapToken, { id })).toMatchObject({
    value: { kind: "mandatory", held: null },
  });
});

test("a date that has passed is not taken for now", async () => {
  const { id } = await published();
  expect(await escalateRelease(bootstrapToken, { id, at: hours(-1) })).toMatchObject({ code: "date-passed" });
  expect(await stored(id)).toMatchObject({ kind: "recommended", escalateAt: null });
  expect(await escalateRelease(bootstrapToken, { id, at: hours(0) })).toMatchObject({
    value: { kind: "mandatory" },
  });
});
