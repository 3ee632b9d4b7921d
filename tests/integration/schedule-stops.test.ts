import { expect, test } from "vitest";
import { exportTexts } from "@/gateway/report-texts";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { deleteLayout } from "@/lib/layouts/commands";
import { retryMails } from "@/lib/mail/commands";
import { failedMails } from "@/lib/mail/failed";
import { changeSchedule, deleteSchedule } from "@/lib/schedules/commands";
import { forgetOldSchedules, mostTries, sweepSchedules } from "@/lib/schedules/sweep";
import { centre, clock, due, only, payroll, read, round, server, subjects } from "./schedule-mail";
import { layoutOf, reader, scheduled } from "./schedules";

test("an owner who may not any more: it stops, tells them, and starts again only by hand", async () => {
  const { id } = await scheduled(centre.owner.actor);
  await db.user.update({ where: { id: centre.owner.id }, data: { roles: ["supervisor"] } });
  await clock.set(due);
  await round();
  expect(only(server.taken)).toMatchObject({
    subject: "“Mornings” has stopped",
    to: { text: centre.owner.email },
  });
  expect(only(server.taken).text).toContain("Its owner may not schedule reports any more.");
  const stopped = await read(id);
  expect(stopped).toMatchObject({
    next: [],
    halted: { why: "owner_not_allowed", at: due },
    runs: [{ state: "failed", failure: "owner_not_allowed" }],
  });
  expect(await db.auditEntry.count({ where: { verb: "schedule.stop", subject: id } })).toBe(1);
  await db.user.update({ where: { id: centre.owner.id }, data: { roles: ["analyst"] } });
  await clock.advance(86_400);
  await round();
  expect(server.taken).toHaveLength(1);
  await changeSchedule(centre.owner.actor, { id, revision: stopped.revision, paused: false });
  expect(await read(id)).toMatchObject({ halted: null, next: [new Date("2026-11-23T06:00:00Z"), {}, {}] });
});

test("a disabled owner, a layout that is gone, nobody left to write to: it stops and says why", async () => {
  const leaver = await reader("analyst");
  const { id: layoutId, revision } = await layoutOf(centre.owner.actor, ["agent"]);
  const ids = [
    (await scheduled(centre.owner.actor, { layoutId })).id,
    (await scheduled(centre.owner.actor, { recipients: [leaver.email] })).id,
  ];
  await deleteLayout(centre.owner.actor, { id: layoutId, revision });
  await db.user.update({ where: { id: leaver.id }, data: { disabledAt: due } });
  await clock.set(due);
  await round();
  const why = async (id: string) => (await read(id)).halted?.why;
  expect(await Promise.all(ids.map(why))).toEqual(["layout_gone", "no_recipients"]);
  const { id } = await scheduled(centre.owner.actor);
  await db.user.update({ where: { id: centre.owner.id }, data: { disabledAt: due } });
  await clock.advance(86_400);
  await round();
  expect(await why(id)).toBe("owner_disabled");
  expect(subjects()).toEqual(["“Mornings” has stopped", "“Mornings” has stopped"]);
});

test("a mail that waits for its server stays here once the schedule is deleted, or its owner may not any more", async () => {
  server.refuse.set(payroll, { code: 451, text: "try again later" });
  const { id, revision } = await scheduled(centre.owner.actor);
  await scheduled((await reader("analyst")).actor, { name: "Others" });
  await clock.set(due);
  await round();
  const others = await db.reportSchedule.findFirstOrThrow({ where: { name: "Others" } });
  await deleteSchedule(centre.owner.actor, { id, revision });
  await db.user.update({ where: { id: others.ownerId }, data: { roles: ["agent"] } });
  server.refuse.clear();
  await sweepSchedules(exportTexts);
  await clock.advance(3600);
  await round();
  expect(server.taken).toEqual([]);
});

test("whom it does not reach is named, and its owner is told once", async () => {
  server.refuse.set(payroll, { code: 550, text: "no such mailbox" });
  const { id } = await scheduled(centre.owner.actor, { recipients: [centre.owner.email, payroll] });
  await clock.set(due);
  await round();
  await round();
  expect(subjects()).toEqual(["Mornings: 20 November 2026", "“Mornings” did not reach everybody"]);
  expect(server.taken[1]?.text).toContain("did not reach 1 recipient. The mail server said:");
  expect(await read(id)).toMatchObject({
    runs: [{ state: "partly", sent: 1, unsent: [{ to: payroll, failure: expect.stringContaining("550") }] }],
  });
});

test("what was given up goes out with its file once somebody says so, unless it was stopped", async () => {
  server.refuse.set(payroll, { code: 550, text: "no such mailbox" });
  const { id, revision } = await scheduled(centre.owner.actor);
  await clock.set(due);
  await round();
  const given = only((await failedMails(bootstrapToken)).items.filter(({ code }) => code === "report"));
  expect(given).toMatchObject({ user: null, address: payroll, names: ["Mornings"] });
  server.refuse.clear();
  server.taken.length = 0;
  expect(await retryMails(bootstrapToken, { ids: [given.id] })).toMatchObject({ value: { count: 1 } });
  expect(await read(id)).toMatchObject({ runs: [{ state: "sending" }] });
  await round();
  expect(only(server.taken)).toMatchObject({
    to: { text: payroll },
    attachments: [{ contentType: "text/csv" }],
  });
  expect(await read(id)).toMatchObject({ runs: [{ state: "sent", sent: 1 }] });
  expect((await db.reportRun.findFirstOrThrow()).file).toBeNull();

  server.refuse.set(payroll, { code: 550, text: "no such mailbox" });
  await clock.advance(86_400);
  await round();
  await deleteSchedule(centre.owner.actor, { id, revision });
  server.taken.length = 0;
  server.refuse.clear();
  await retryMails(bootstrapToken, {});
  await round();
  expect(server.taken).toEqual([]);
  expect((await failedMails(bootstrapToken)).total).toBe(0);
  expect(await retryMails(bootstrapToken, {})).toMatchObject({ code: "not-found" });
});

test("the file of what was given up is kept as long as the mail", async () => {
  server.refuse.set(payroll, { code: 550, text: "no such mailbox" });
  await scheduled(centre.owner.actor);
  await clock.set(due);
  await round();
  const isKept = async () => (await db.reportRun.findFirstOrThrow()).file !== null;
  await clock.advance(29 * 86_400);
  await forgetOldSchedules();
  expect(await isKept()).toBe(true);
  await clock.advance(2 * 86_400);
  await forgetOldSchedules();
  expect(await isKept()).toBe(false);
});

test("what cannot be made is tried again, a few times, and then its owner is told", async () => {
  const { id } = await scheduled(centre.owner.actor);
  // No words for a file, as if Rollcall were broken.
  const broken = () => {
    throw new Error("no words");
  };
  await clock.set(due);
  for (let tried = 1; tried <= mostTries; tried++) {
    await sweepSchedules(broken);
    const run = await db.reportRun.findFirstOrThrow({ omit: { file: true } });
    expect(run).toMatchObject({ attempts: tried, failure: "internal" });
    if (tried < mostTries) {
      expect(run.givenUpAt).toBeNull();
      await clock.set(run.nextAt);
    }
  }
  await round();
  expect(await read(id)).toMatchObject({ halted: null, runs: [{ state: "failed", failure: "internal" }] });
  expect(only(server.taken)).toMatchObject({ subject: "“Mornings” could not be sent" });
});

test("without a mail server it waits for one, and then says so", async () => {
  const { id } = await scheduled(centre.owner.actor);
  await clock.set(due);
  const settings = env();
  const { SMTP_URL } = settings;
  delete settings.SMTP_URL;
  try {
    await sweepSchedules(exportTexts);
    expect(await read(id)).toMatchObject({ runs: [{ state: "waiting", failure: "no-mail" }] });
  } finally {
    if (SMTP_URL) settings.SMTP_URL = SMTP_URL;
  }
  await clock.advance(10);
  await round();
  expect(server.taken).toHaveLength(1);
});
