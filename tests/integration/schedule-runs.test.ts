import { expect, test } from "vitest";
import { exportTexts } from "@/gateway/report-texts";
import { db } from "@/lib/db";
import { trySchedule } from "@/lib/schedules/commands";
import { sweepSchedules } from "@/lib/schedules/sweep";
import { csvRows, sheetRows, workbook } from "./report-files";
import { centre, clock, due, only, payroll, read, round, server, subjects } from "./schedule-mail";
import { layoutOf, scheduled } from "./schedules";

test("what is due goes out, once, to everybody it is for, with the file of its days", async () => {
  const { id: layoutId } = await layoutOf(centre.owner.actor, ["agent", "logoutType", "loginTime"]);
  const { id } = await scheduled(centre.owner.actor, { layoutId, recipients: [centre.owner.email, payroll] });
  await round();
  expect(server.taken).toEqual([]);
  await clock.set(due);
  await round();
  await round();
  expect(server.taken.map(({ to }) => [to].flat()[0]?.text).toSorted()).toEqual([
    payroll,
    centre.owner.email,
  ]);
  const [mail] = server.taken;
  expect(mail?.subject).toBe("Mornings: 20 November 2026");
  expect(mail?.text).toContain("Agent Login/Logout report, 20 November 2026 (Europe/Berlin): 4 rows.");
  expect(mail?.text).toContain("http://localhost:3000/reports/schedules");
  const file = only(mail?.attachments ?? []);
  expect(file).toMatchObject({ filename: "agent-login-logout_2026-11-20.csv", contentType: "text/csv" });
  const rows = csvRows(file.content);
  expect(rows.map(([first]) => first)).toContain("Time zone: Europe/Berlin");
  expect(rows.slice(-5)).toEqual([
    ["Agent", "Logout Type", "Login Time"],
    ["Bo 2", "Normal", "04:00:00.000"],
    ["bo 10", "System", "01:00:00.000"],
    ["Ada", "Normal", "01:00:00.000"],
    ["Bo 2", "", "10:00:00.000"],
  ]);
  expect(await read(id)).toMatchObject({
    next: [new Date("2026-11-22T06:00:00Z"), {}, {}],
    runs: [{ state: "sent", sent: 2, rows: 4, dueAt: due, trial: false }],
  });
  expect((await db.reportRun.findFirstOrThrow()).file).toBeNull();
  expect(
    await db.auditEntry.findFirstOrThrow({ where: { verb: "report.export" }, include: { detail: true } }),
  ).toMatchObject({
    actorKind: "rule",
    detail: { changes: { schedule: id, owner: centre.owner.id, rows: 4 } },
  });
});

test("a workbook, a subject of one's own, and a week's days", async () => {
  await scheduled(centre.owner.actor, {
    format: "xlsx",
    preset: "lastWeek",
    subject: "Hours {range}",
    rhythm: { every: "week", days: [1], at: "05:30", zone: "UTC" },
  });
  await clock.set(new Date("2026-11-23T05:30:00Z"));
  await round();
  const mail = only(server.taken);
  expect(mail.subject).toMatch(/^Hours 16\s*–\s*22 November 2026$/);
  const book = workbook(only(mail.attachments).content);
  expect(sheetRows(book, "About this report")).toContainEqual(["From", "2026-11-16 00:00:00"]);
});

test("a file that is too large for mail stays behind: the mail leads to the report", async () => {
  await scheduled(centre.owner.actor);
  await clock.set(due);
  await sweepSchedules(exportTexts, 500);
  await round();
  const mail = only(server.taken);
  expect(mail.attachments).toEqual([]);
  expect(mail.text).toContain(
    "http://localhost:3000/reports/login-logout?from=2026-11-20&to=2026-11-21&zone=Europe%2FBerlin",
  );
});

test("what was due while no gateway was there is made up for, each with the days that it would have had", async () => {
  const { id } = await scheduled(centre.owner.actor);
  await clock.set(new Date("2026-11-23T12:00:00Z"));
  await round();
  expect(subjects().toSorted()).toEqual([
    "Mornings: 20 November 2026",
    "Mornings: 21 November 2026",
    "Mornings: 22 November 2026",
  ]);
  expect((await read(id)).next[0]).toEqual(new Date("2026-11-24T06:00:00Z"));
  await clock.advance(30 * 86_400);
  await round();
  expect(server.taken).toHaveLength(3 + 7);
});

test("several gateways send it once; one that is killed leaves it to the others", async () => {
  await scheduled(centre.owner.actor, { recipients: [centre.owner.email, payroll] });
  await clock.set(due);
  await Promise.all([round(), round(), round()]);
  expect(server.taken).toHaveLength(2);

  await clock.advance(86_400);
  const { id: scheduleId } = await db.reportSchedule.findFirstOrThrow();
  // As a gateway leaves it that claimed it and was killed while it made the file.
  const at = new Date(due.getTime() + 86_400_000);
  const claimed = { scheduleId, dueAt: at, attempts: 1, nextAt: new Date(at.getTime() + 60_000) };
  await db.reportRun.create({ data: { id: crypto.randomUUID(), ...claimed } });
  await db.reportSchedule.update({
    where: { id: scheduleId },
    data: { nextAt: new Date(at.getTime() + 86_400_000) },
  });
  await round();
  expect(server.taken).toHaveLength(2);
  await clock.advance(60);
  await Promise.all([round(), round()]);
  expect(server.taken).toHaveLength(4);
});

test("a trial goes to its owner alone, at once, and changes nothing else", async () => {
  const { id } = await scheduled(centre.owner.actor);
  expect(await trySchedule(centre.owner.actor, { id })).toMatchObject({
    ok: true,
    value: { to: centre.owner.email },
  });
  await round();
  expect(only(server.taken).to).toMatchObject({ text: centre.owner.email });
  expect(only(server.taken).text).toContain("This is a trial of “Mornings” and went to you alone");
  expect(await read(id)).toMatchObject({ runs: [{ trial: true, state: "sent" }], next: [due, {}, {}] });
  await db.user.update({ where: { id: centre.owner.id }, data: { email: null } });
  expect(await trySchedule(centre.owner.actor, { id })).toMatchObject({ code: "no-address" });
});
