import { v7 as uuidv7 } from "uuid";
import { describe, expect, test } from "vitest";
import { type Actor, bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { sweepReminders } from "@/lib/notices/remind";
import {
  escalateRelease,
  pauseRelease,
  remindRelease,
  resumeRelease,
  widenRelease,
  withdrawRelease,
} from "@/lib/releases/course";
import { previewRelease } from "@/lib/releases/preview";
import { publishRelease } from "@/lib/releases/publish";
import { turnReleases } from "@/lib/releases/turn";
import { beat } from "@/lib/seats/beat";
import { moveMembers } from "@/lib/teams/members";
import { attempt, person, signedIn } from "./people";
import { eachAtNoon, hours, minutes, start } from "./release-day";
import { mandatory, noticesOf, openNoticesOf, outcome, published } from "./releases";
import { audited, newTeam, supervisorOf, verbs } from "./teams";

const day = eachAtNoon();

describe("the course of a release", () => {
  test("withdrawn: its notices leave the screens, and its seats are stamped", async () => {
    const release = await mandatory();
    const before = await db.seat.findUniqueOrThrow({ where: { userId: day.user.id } });
    const withdrawn = await withdrawRelease(bootstrapToken, { id: release.id, reason: "It crashes." });
    expect(withdrawn).toMatchObject({ ok: true, value: { status: "withdrawn", withdrawnAt: start } });
    expect(await noticesOf(day.user.id)).toMatchObject([{ closedWhy: "withdrawn", closedAt: start }]);
    expect(await outcome(day.user.id)).toEqual({ status: "current", version: null });
    const after = await db.seat.findUniqueOrThrow({ where: { userId: day.user.id } });
    expect(after.revision).toBeGreaterThan(before.revision);
    expect((await audited(release.id)).at(-1)).toMatchObject({
      verb: "release.withdraw",
      detail: { note: "It crashes." },
    });
    expect(await withdrawRelease(bootstrapToken, { id: release.id })).toMatchObject({
      code: "not-published",
    });
  });

  test("withdrawing one brings back what another asks for", async () => {
    const [older, newer] = [await published({ version: "2.17.80" }), await published()];
    expect(await openNoticesOf(day.user.id)).toMatchObject([{ releaseId: newer.id }]);
    await withdrawRelease(bootstrapToken, { id: newer.id });
    expect(await openNoticesOf(day.user.id)).toMatchObject([{ releaseId: older.id }]);
  });

  test("paused: nobody new is told or kept out, whoever was told owes it", async () => {
    const release = await mandatory();
    expect(await pauseRelease(bootstrapToken, { id: release.id })).toMatchObject({ ok: true });
    const other = await person();
    expect((await attempt(other.username)).ok).toBe(true);
    expect(await openNoticesOf(day.user.id)).toHaveLength(1);
    expect(await openNoticesOf(other.id)).toEqual([]);
    expect(await pauseRelease(bootstrapToken, { id: release.id })).toMatchObject({ code: "not-published" });
    expect(await resumeRelease(bootstrapToken, { id: release.id })).toMatchObject({ ok: true });
    expect(await openNoticesOf(other.id)).toHaveLength(1);
    expect(await resumeRelease(bootstrapToken, { id: release.id })).toMatchObject({ code: "not-published" });
  });

  test("widened: a larger share, or a team; never a smaller one", async () => {
    const [team, other] = [await newTeam(), await person()];
    await moveMembers(bootstrapToken, { usernames: [day.user.username], teamId: team.id });
    await signedIn(other.username);
    const { id } = await published({ stagePercent: 0 });
    const widen = (given: object) => widenRelease(bootstrapToken, { id, ...given });
    expect(await openNoticesOf(day.user.id)).toEqual([]);
    expect(await widen({ percent: 0 })).toMatchObject({ code: "stage-not-wider" });
    expect(await widen({ teams: ["No such team"] })).toMatchObject({
      code: "unknown-team",
      detail: { errors: [{ path: "teams", message: "no team is called No such team" }] },
    });
    expect(await widen({ teams: [team.name] })).toMatchObject({ ok: true, value: { teamIds: [team.id] } });
    expect([await openNoticesOf(day.user.id), await openNoticesOf(other.id)]).toMatchObject([
      [{ releaseId: id }],
      [],
    ]);
    expect(await widen({ percent: 100 })).toMatchObject({ ok: true });
    expect(await openNoticesOf(other.id)).toHaveLength(1);
    expect(await widen({ percent: 50, teams: [team.name] })).toMatchObject({ code: "stage-not-wider" });
  });

  test("what signs people out is named by hand: a mandatory one that is widened, a recommended one that becomes mandatory", async () => {
    const { id } = await mandatory({ stagePercent: 0 });
    const admin: Actor = { kind: "person", id: uuidv7(), roles: ["administrator"], scope: "all" };
    const preview = await previewRelease(bootstrapToken, { id, as: "mandatory" });
    if (!preview.ok) throw new Error(preview.code);
    const counts = { ...preview.value.counts, signedOutNow: 1 };
    const widen = (given: object) => widenRelease(admin, { id, percent: 50, ...given });
    expect(await widen({})).toMatchObject({ code: "not-confirmed" });
    expect(await widen({ typedVersion: "2.18.9" })).toMatchObject({ code: "not-confirmed" });
    expect(await widen({ typedVersion: "v2.18.0" })).toMatchObject({ code: "not-confirmed" });
    expect(await widen({ typedVersion: "v2.18.0", counts })).toMatchObject({ value: { stagePercent: 50 } });
    // A program has no dialog to type in.
    expect(await widenRelease(bootstrapToken, { id, percent: 100 })).toMatchObject({ ok: true });

    const milder = await published({ version: "2.19.0", stagePercent: 0 });
    expect(await widenRelease(admin, { id: milder.id, percent: 50 })).toMatchObject({ ok: true });
    const escalate = (given: object) => escalateRelease(admin, { id: milder.id, ...given });
    expect(await escalate({})).toMatchObject({ code: "not-confirmed" });
    expect(await escalate({ at: hours(2), typedVersion: "2.18.0" })).toMatchObject({ code: "not-confirmed" });
    expect(await escalate({ typedVersion: "2.19.0" })).toMatchObject({ code: "not-confirmed" });
    expect(await escalate({ typedVersion: "2.19.0", counts })).toMatchObject({
      value: { kind: "mandatory" },
    });
  });

  test("escalated: at once, or at a date unless far more would be signed out by then", async () => {
    const { id } = await published();
    const escalate = (given: object) => escalateRelease(bootstrapToken, { id, ...given });
    expect(await escalate({ at: hours(2), graceMinutes: 5 })).toMatchObject({
      ok: true,
      value: { kind: "recommended" },
    });
    const other = await person();
    await signedIn(other.username);
    await day.clock.set(hours(2));
    await beat();
    await turnReleases();
    expect(await db.release.findUniqueOrThrow({ where: { id } })).toMatchObject({
      kind: "recommended",
      held: { counts: { signedOutNow: 2 } },
    });
    expect(await escalate({ graceMinutes: 5 })).toMatchObject({
      ok: true,
      value: { kind: "mandatory", held: null },
    });
    const notices = await noticesOf(day.user.id);
    expect(notices).toMatchObject([{ kind: "recommended", closedWhy: "superseded" }, { kind: "mandatory" }]);
    expect(await escalate({})).toMatchObject({ code: "already-mandatory" });
    expect((await attempt((await person()).username)).ok).toBe(false);
  });

  test("one that was widened is due to become mandatory for as many as were confirmed then", async () => {
    const { id } = await published({ stagePercent: 0, escalateAt: hours(3).toISOString() });
    expect(await widenRelease(bootstrapToken, { id, percent: 100 })).toMatchObject({
      value: { kind: "recommended", confirmed: { signedOutNow: 1 } },
    });
    await day.clock.set(hours(3));
    await turnReleases();
    expect(await openNoticesOf(day.user.id)).toMatchObject([{ kind: "mandatory" }]);
  });

  test("escalation that is due happens by itself", async () => {
    const { id } = await published({
      escalateAt: hours(3).toISOString(),
      escalateGraceMinutes: 7,
      signOut: { mode: "at_once" },
    });
    await day.clock.set(hours(3));
    await turnReleases();
    expect(await openNoticesOf(day.user.id)).toMatchObject([{ kind: "mandatory", signOutAt: minutes(187) }]);
    expect(verbs(await audited(id)).at(-1)).toBe("release.escalate");
  });

  test("one that cannot be read keeps no other from going out", async () => {
    const publishAt = hours(1).toISOString();
    const broken = await published({ version: "2.18.1", publishAt });
    await db.release.update({ where: { id: broken.id }, data: { notes: { en: 7 } } });
    const { id } = await published({ version: "2.18.2", publishAt });
    await day.clock.set(hours(1));
    await turnReleases();
    await db.release.delete({ where: { id: broken.id } });
    expect(await openNoticesOf(day.user.id)).toMatchObject([{ releaseId: id }]);
  });

  test("reminded: who has seen it is told again", async () => {
    const release = await published();
    await db.notice.updateMany({ where: { userId: day.user.id }, data: { seenAt: start, laterAt: start } });
    // Longer than the least distance between two reminders.
    await day.clock.advance(5 * 3600);
    expect(await remindRelease(bootstrapToken, { id: release.id })).toMatchObject({ ok: true });
    await sweepReminders();
    expect(await openNoticesOf(day.user.id)).toMatchObject([{ laterAt: null, remindedAt: hours(5) }]);
    await withdrawRelease(bootstrapToken, { id: release.id });
    expect(await remindRelease(bootstrapToken, { id: release.id })).toMatchObject({ code: "not-published" });
  });

  test("whoever moves to another team is offered what that team is", async () => {
    const team = await newTeam();
    const { id } = await published({ teams: [team.name] });
    expect(await openNoticesOf(day.user.id)).toEqual([]);
    await moveMembers(bootstrapToken, { usernames: [day.user.username], teamId: team.id });
    await turnReleases();
    expect(await openNoticesOf(day.user.id)).toMatchObject([{ releaseId: id }]);
  });
});

test("who may not publish takes no step at all", async () => {
  const { id } = await published();
  const supervisor = supervisorOf(day.user.teamId);
  const steps = [
    publishRelease,
    pauseRelease,
    resumeRelease,
    withdrawRelease,
    widenRelease,
    escalateRelease,
    remindRelease,
  ];
  for (const step of steps)
    await expect(step(supervisor, { id })).rejects.toMatchObject({ code: "not-allowed" });
  for (const step of steps)
    expect(await step(bootstrapToken, { id: uuidv7() })).toMatchObject({ code: "not-found" });
});
