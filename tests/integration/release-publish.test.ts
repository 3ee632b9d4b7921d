import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { changeRelease } from "@/lib/releases/commands";
import { publishRelease } from "@/lib/releases/publish";
import { ChangeRelease } from "@/lib/releases/schema";
import { turnReleases } from "@/lib/releases/turn";
import { person, signedIn } from "./people";
import { eachAtNoon, hours, minutes, start } from "./release-day";
import { mandatory, newDraft, noticesOf, openNoticesOf, outcome, published } from "./releases";
import { audited, verbs } from "./teams";

const day = eachAtNoon();
const admin: Actor = { kind: "person", id: uuidv7(), roles: ["administrator"], scope: "all" };
const noCounts = {
  owed: 0,
  signedOutNow: 0,
  afterInteraction: 0,
  unsupportedOs: 0,
  packageDeployment: 0,
  unknownVersion: 0,
  current: 0,
};
const status = (id: string) => db.release.findUniqueOrThrow({ where: { id } }).then((row) => row.status);

describe("publishing", () => {
  test("tells whoever is signed in, with a deadline that counts from now", async () => {
    const release = await mandatory({ graceMinutes: 20, signOut: { mode: "at_once" } });
    expect(release.offers).toEqual([{ at: start, percent: 100, teams: [], kind: "mandatory" }]);
    expect(await openNoticesOf(day.user.id)).toMatchObject([
      { releaseId: release.id, installId: release.id, kind: "mandatory", signOutAt: minutes(20), wave: 0 },
    ]);
    expect(await outcome(day.user.id)).toEqual({ status: "mandatory", version: "2.18.0" });
    expect(verbs(await audited(release.id))).toEqual(["release.create", "release.publish"]);
    expect(await publishRelease(bootstrapToken, { id: release.id })).toMatchObject({
      code: "release-is-out",
    });
  });

  test("in waves, each at its time, frozen in the notice", async () => {
    await mandatory({ graceMinutes: 0, signOut: { mode: "waves", wavePercent: 10, waveMinutes: 10 } });
    const [notice] = await openNoticesOf(day.user.id);
    expect(notice?.signOutAt).toEqual(minutes(10 * (notice?.wave ?? 0)));
  });

  test("a person types the version, and says what they saw", async () => {
    const { id } = await newDraft({ kind: "mandatory", build: "2.63102" });
    const publish = (given: object) => publishRelease(admin, { id, ...given });
    const counts = { ...noCounts, owed: 1, signedOutNow: 1 };
    expect(await publish({})).toMatchObject({ code: "not-confirmed" });
    expect(await publish({ counts })).toMatchObject({ code: "not-confirmed" });
    expect(await publish({ typedVersion: "2.18.0" })).toMatchObject({ code: "not-confirmed" });
    expect(await publish({ typedVersion: "2.18.1", counts })).toMatchObject({ code: "not-confirmed" });
    expect(await publish({ typedVersion: "2.18.0", counts: noCounts })).toMatchObject({
      code: "counts-changed",
    });
    expect(await status(id)).toBe("draft");
    expect(await publish({ typedVersion: "v2.18.0 (2.63102)", counts })).toMatchObject({ ok: true });
  });

  test("what somebody changed meanwhile does not go out unseen", async () => {
    const { id, revision } = await newDraft();
    await changeRelease(bootstrapToken, { id, ...ChangeRelease.parse({ notes: "Something else." }) });
    expect(await publishRelease(bootstrapToken, { id, revision })).toMatchObject({ code: "setting-changed" });
    expect(await publishRelease(bootstrapToken, { id, revision: revision + 1 })).toMatchObject({ ok: true });
  });

  test("a mandatory one waits for the store", async () => {
    const { id } = await newDraft({ kind: "mandatory", inStore: false });
    expect(await publishRelease(bootstrapToken, { id })).toMatchObject({ code: "not-in-store" });
    const held = await mandatory({ holdHours: 24 });
    expect(held).toMatchObject({ status: "scheduled", publishAt: hours(24) });
    expect(await noticesOf(day.user.id)).toEqual([]);
  });

  test("what is scheduled goes out at once where somebody says so, but not before its store", async () => {
    const { id } = await published({ publishAt: hours(1).toISOString() });
    expect(await publishRelease(bootstrapToken, { id, atOnce: true })).toMatchObject({
      value: { status: "published" },
    });
    expect(await openNoticesOf(day.user.id)).toHaveLength(1);
    const held = await mandatory({ holdHours: 24, publishAt: hours(48).toISOString() });
    expect(await publishRelease(bootstrapToken, { id: held.id, atOnce: true })).toMatchObject({
      value: { status: "scheduled", publishAt: hours(24) },
    });
  });

  test("what is scheduled goes out when it is due", async () => {
    const release = await published({ publishAt: hours(1).toISOString() });
    await turnReleases();
    expect(await status(release.id)).toBe("scheduled");
    await day.clock.set(hours(1));
    await Promise.all([turnReleases(), turnReleases()]);
    expect(await status(release.id)).toBe("published");
    expect(await openNoticesOf(day.user.id)).toHaveLength(1);
    expect(verbs(await audited(release.id))).toEqual([
      "release.create",
      "release.schedule",
      "release.publish",
    ]);
  });

  test("it holds where it would sign out a fifth more than was confirmed, and asks", async () => {
    const release = await mandatory({ publishAt: hours(1).toISOString() });
    await signedIn((await person()).username);
    await day.clock.set(hours(1));
    await turnReleases();
    await turnReleases();
    const held = await db.release.findUniqueOrThrow({ where: { id: release.id } });
    expect(held).toMatchObject({ status: "scheduled", held: { counts: { signedOutNow: 2 } } });
    expect(await openNoticesOf(day.user.id)).toEqual([]);
    expect(verbs(await audited(release.id))).toEqual(["release.create", "release.schedule", "release.hold"]);
    await publishRelease(bootstrapToken, { id: release.id });
    expect(await openNoticesOf(day.user.id)).toHaveLength(1);
  });
});
