import { v4 as uuid } from "uuid";
import { beforeEach, describe, expect, test } from "vitest";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { pauseRelease, resumeRelease, withdrawRelease } from "@/lib/releases/course";
import { settleAll, settleWhatIsLeft } from "@/lib/releases/outcomes";
import { beat } from "@/lib/seats/beat";
import { endSession } from "@/lib/sessions/end";
import { changeSettings } from "@/lib/settings/commands";
import type { User } from "@/prisma/generated/client";
import { attempt, desktop, person, signedIn } from "./people";
import { mandatory, noticesOf, openNoticesOf, outcome, published, versioned, withdrawAll } from "./releases";

let user: User;

beforeEach(async () => {
  await withdrawAll();
  user = await person();
  await beat();
});

const signOut = (userId: string) =>
  db.$transaction((tx) =>
    endSession(tx, userId, { cause: "signed_out", by: { kind: "person", id: userId } }),
  );

describe("at sign-in", () => {
  test("a newer release is told of, and the app is known as outdated", async () => {
    const release = await published();
    await signedIn(user.username);
    expect(await outcome(user.id)).toEqual({ status: "recommended", version: "2.18.0" });
    expect(await openNoticesOf(user.id)).toMatchObject([
      { releaseId: release.id, kind: "recommended", signOutAt: null },
    ]);
  });

  test("an app that is new enough owes nothing", async () => {
    await mandatory();
    await signedIn(user.username, { client: versioned("2.18.0") });
    expect(await outcome(user.id)).toEqual({ status: "current", version: null });
    expect(await noticesOf(user.id)).toEqual([]);
  });

  test("below a mandatory one nobody gets in, until it is withdrawn", async () => {
    const release = await mandatory({ storeUrl: "https://apps.apple.com/app/id2" });
    const refused = await attempt(user.username);
    expect(refused).toMatchObject({
      code: "update-required",
      detail: { packaged: false, release: { version: "2.18.0", storeUrl: "https://apps.apple.com/app/id2" } },
    });
    expect(await db.session.count({ where: { userId: user.id } })).toBe(0);
    expect(await db.installation.findMany({ where: { userId: user.id } })).toMatchObject([
      { updateStatus: "mandatory" },
    ]);
    await withdrawRelease(bootstrapToken, { id: release.id });
    expect((await attempt(user.username)).ok).toBe(true);
  });

  test("a wrong password learns nothing of it, and another app gets in", async () => {
    await mandatory();
    expect(await attempt("nobody")).toMatchObject({ code: "invalid-credentials" });
    expect((await attempt(user.username, { client: desktop })).ok).toBe(true);
  });

  test("what is required comes before who else holds the seat", async () => {
    await signedIn(user.username, { client: desktop });
    await mandatory();
    expect(await attempt(user.username)).toMatchObject({ code: "update-required" });
    expect(await db.seat.findUniqueOrThrow({ where: { userId: user.id } })).toMatchObject({
      open: true,
      platform: "desktop",
    });
  });

  test("a desktop that may sign in is named as the way on for as long as installations count", async () => {
    await signedIn(user.username, { client: desktop });
    await signOut(user.id);
    await mandatory();
    expect(await attempt(user.username)).toMatchObject({ detail: { goesOnAtDesktop: true } });
    const desktops = { userId: user.id, channel: "desktop" as const };
    const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
    await db.installation.updateMany({ where: desktops, data: { lastSeenAt: daysAgo(29) } });
    expect(await attempt(user.username)).toMatchObject({ detail: { goesOnAtDesktop: true } });
    await db.installation.updateMany({ where: desktops, data: { lastSeenAt: daysAgo(31) } });
    expect(await attempt(user.username)).toMatchObject({ detail: { goesOnAtDesktop: false } });
  });

  test("a system that is too old is told so", async () => {
    await mandatory({ minimumOs: "16" });
    expect(await attempt(user.username)).toMatchObject({
      code: "os-too-old",
      detail: { release: { minimumOs: "16" } },
    });
    expect((await attempt(user.username, { client: versioned("2.17", { osVersion: "16.1" }) })).ok).toBe(
      false,
    );
  });

  test("an unknown version gets in or not, as is set", async () => {
    const nightly = { client: versioned("nightly") };
    await published();
    await signedIn(user.username, nightly);
    expect(await outcome(user.id)).toEqual({ status: "unknown_version", version: "2.18.0" });
    expect(await openNoticesOf(user.id)).toHaveLength(1);
    await signOut(user.id);
    await changeSettings(bootstrapToken, { unknownVersion: "block" });
    expect(await attempt(user.username, nightly)).toMatchObject({ code: "update-required" });
    await changeSettings(bootstrapToken, { unknownVersion: "allow" });
    const other = await person();
    await signedIn(other.username, nightly);
    expect(await openNoticesOf(other.id)).toEqual([]);
    await changeSettings(bootstrapToken, { unknownVersion: "warn" });
  });

  test("whoever has seen a recommended one is not told again at every sign-in; missed ones are", async () => {
    await published();
    await signedIn(user.username);
    await signOut(user.id);
    await signedIn(user.username);
    expect(await noticesOf(user.id)).toHaveLength(2);
    await db.notice.updateMany({
      where: { userId: user.id, closedAt: null },
      data: { seenAt: new Date(Date.now() + 1000) },
    });
    await signOut(user.id);
    await signedIn(user.username);
    expect(await noticesOf(user.id)).toHaveLength(2);
    expect(await outcome(user.id)).toEqual({ status: "recommended", version: "2.18.0" });
  });

  test("coming back on the new version is kept, and the end of a session ends its notices", async () => {
    await published();
    await signedIn(user.username);
    await signOut(user.id);
    expect(await noticesOf(user.id)).toMatchObject([{ closedWhy: "session_ended", updatedAt: null }]);
    await signedIn(user.username, { client: versioned("2.18.0") });
    const [notice] = await noticesOf(user.id);
    expect(notice?.updatedAt).not.toBeNull();
  });

  test("who had the new version on another phone all along has not come back on it; a new phone is one way to", async () => {
    const [old, second, third] = [uuid(), uuid(), uuid()];
    const stay = async (version: string, installId: string) => {
      await signedIn(user.username, { client: versioned(version, { installId }) });
      await signOut(user.id);
    };
    const cameBack = async () => (await noticesOf(user.id)).map(({ updatedAt }) => updatedAt !== null);
    await stay("2.18.0", second);
    await published();
    await stay("2.17.60", old);
    await stay("2.18.0", second);
    expect(await cameBack()).toEqual([false]);
    await stay("2.18.1", old);
    expect(await cameBack()).toEqual([true]);
    await stay("2.17.60", old);
    await stay("2.18.0", third);
    expect(await cameBack()).toEqual([true, true]);
  });

  test("a session that was opened beside a publish is found by the next look", async () => {
    await signedIn(user.username);
    // As a sign-in leaves it that read what stood before.
    const release = await published();
    await db.notice.deleteMany({ where: { userId: user.id } });
    await db.installation.updateMany({
      where: { userId: user.id },
      data: { updateRevision: 1, updateStatus: "current" },
    });
    await settleAll();
    expect(await openNoticesOf(user.id)).toMatchObject([{ releaseId: release.id }]);
    expect(await outcome(user.id)).toEqual({ status: "recommended", version: "2.18.0" });
  });

  test("a gateway leaves what another process is at, and finds the next time what that may have left", async () => {
    await signedIn(user.username);
    await published();
    await db.installation.updateMany({ where: { userId: user.id }, data: { updateRevision: 1 } });
    const revision = async () =>
      (await db.installation.findFirst({ where: { userId: user.id } }))?.updateRevision;
    await db.$transaction(async (tx) => {
      for (const half of [0, 1])
        await tx.$executeRaw`select pg_advisory_xact_lock(hashtext('settle'), ${half}::int)`;
      await settleWhatIsLeft();
      expect(await revision()).toBe(1n);
    });
    await settleWhatIsLeft();
    expect(await revision()).toBeGreaterThan(1n);
  });

  test("whoever signs in while a release is published, paused and resumed owes what stands in the end", async () => {
    const people = await Promise.all(Array.from({ length: 16 }, () => person()));
    const course = async () => {
      const { id } = await published();
      await pauseRelease(bootstrapToken, { id });
      await resumeRelease(bootstrapToken, { id });
      return id;
    };
    const [id] = await Promise.all([course(), ...people.map(({ username }) => signedIn(username))]);
    await Promise.all([settleAll(), settleAll()]);
    for (const one of people) {
      expect(await outcome(one.id)).toEqual({ status: "recommended", version: "2.18.0" });
      expect(await openNoticesOf(one.id)).toMatchObject([{ releaseId: id }]);
    }
  });
});
