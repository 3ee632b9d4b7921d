import { beforeEach, expect, test } from "vitest";
import { db } from "@/lib/db";
import { changeLayout, deleteLayout } from "@/lib/layouts/commands";
import { stockContent } from "@/lib/layouts/content";
import {
  changeSchedule,
  createSchedule,
  deleteSchedule,
  restoreSchedule,
  trySchedule,
} from "@/lib/schedules/commands";
import { getSchedule, listSchedules } from "@/lib/schedules/queries";
import { mostSchedules } from "@/lib/schedules/schema";
import { forgetOldSchedules } from "@/lib/schedules/sweep";
import { passInClock } from "./clock";
import { asked, layoutOf, reader, scheduled } from "./schedules";

const start = new Date("2026-11-20T15:00:00Z");
const nobody = crypto.randomUUID();
const clock = await passInClock(start);
let owner: Awaited<ReturnType<typeof reader>>;

beforeEach(async () => {
  await clock.set(start);
  owner = await reader("analyst");
});

const read = async (id: string, actor = owner.actor) => {
  const found = await getSchedule(actor, id);
  if (!found.ok) throw new Error(found.code);
  return found.value;
};
const verbs = async (subject: string) =>
  (await db.auditEntry.findMany({ where: { subject }, orderBy: { id: "asc" } })).map(({ verb }) => verb);

test("an analyst makes a schedule, and sees when it is due", async () => {
  const { id } = await scheduled(owner.actor, { recipients: [owner.email, "Payroll@elsewhere.example"] });
  expect(await read(id)).toMatchObject({
    name: "Mornings",
    mine: true,
    layout: { id: null, name: null, state: "stock" },
    next: [
      new Date("2026-11-21T06:00:00Z"),
      new Date("2026-11-22T06:00:00Z"),
      new Date("2026-11-23T06:00:00Z"),
    ],
    halted: null,
    ails: null,
    recipients: [
      { address: owner.email, name: expect.any(String) },
      { address: "Payroll@elsewhere.example", name: null },
    ],
    runs: [],
  });
  expect(await verbs(id)).toEqual(["schedule.create"]);
});

test("a person's address is kept with the person, and anybody else's as it is written", async () => {
  const { id } = await scheduled(owner.actor, { recipients: [owner.email.toUpperCase(), "a@b.example"] });
  expect(await db.scheduleRecipient.findMany({ where: { scheduleId: id } })).toMatchObject([
    { userId: owner.id, address: null },
    { userId: null, address: "a@b.example" },
  ]);
  await db.user.update({ where: { id: owner.id }, data: { email: "moved@centre.example" } });
  expect((await read(id)).recipients[0]?.address).toBe("moved@centre.example");
});

test("the same address in other capitals counts once", () => {
  expect(asked({ recipients: ["a@b.example", "A@B.example"] }).recipients).toEqual(["a@b.example"]);
});

test("a supervisor and an agent are refused", async () => {
  for (const role of ["supervisor", "agent"] as const) {
    const { actor } = await reader(role);
    await expect(createSchedule(actor, asked())).rejects.toMatchObject({ code: "not-allowed" });
    await expect(listSchedules(actor)).rejects.toMatchObject({ code: "not-allowed" });
  }
});

test("each sees their own; an administrator sees all, and pauses or deletes them, but does not change what they show", async () => {
  const { id, revision } = await scheduled(owner.actor);
  const other = await reader("analyst");
  expect(await getSchedule(other.actor, id)).toMatchObject({ code: "not-found" });
  expect(await changeSchedule(other.actor, { id, revision, paused: true })).toMatchObject({
    code: "not-found",
  });
  const { actor } = await reader("administrator");
  expect(await read(id, actor)).toMatchObject({ mine: false, maySteer: true });
  const recipients = ["me@elsewhere.example"];
  expect(await changeSchedule(actor, { id, revision, recipients })).toMatchObject({ code: "not-allowed" });
  expect(await trySchedule(actor, { id })).toMatchObject({ code: "not-allowed" });
  const paused = await changeSchedule(actor, { id, revision, paused: true });
  expect(paused).toMatchObject({ ok: true });
  expect(await deleteSchedule(actor, { id, revision: 2 })).toMatchObject({ ok: true });
  expect(await verbs(id)).toEqual(["schedule.create", "schedule.pause", "schedule.delete"]);
});

test("a change counts from now on; nobody's is overwritten unseen", async () => {
  const { id, revision } = await scheduled(owner.actor);
  const rhythm = { every: "month", day: 31, at: "12:00", zone: "UTC" } as const;
  const changed = await changeSchedule(owner.actor, { id, revision, rhythm, format: "xlsx", name: "Months" });
  expect(changed).toMatchObject({ ok: true, value: { revision: 2 } });
  expect(await changeSchedule(owner.actor, { id, revision, name: "Late" })).toMatchObject({
    code: "setting-changed",
  });
  expect(await read(id)).toMatchObject({ name: "Months", format: "xlsx" });
  expect((await read(id)).next[0]).toEqual(new Date("2026-11-30T12:00:00Z"));
});

test("while it is paused nothing is due, and what was missed is not made up for", async () => {
  const { id, revision } = await scheduled(owner.actor);
  await changeSchedule(owner.actor, { id, revision, paused: true });
  expect(await read(id)).toMatchObject({ next: [], halted: { why: "paused", at: start } });
  await clock.advance(3 * 86_400);
  await changeSchedule(owner.actor, { id, revision: 2, paused: false });
  expect((await read(id)).next[0]).toEqual(new Date("2026-11-24T06:00:00Z"));
  expect(await verbs(id)).toEqual(["schedule.create", "schedule.pause", "schedule.resume"]);
});

test("a deletion can be taken back for a day", async () => {
  const { id, revision } = await scheduled(owner.actor);
  expect(await deleteSchedule(owner.actor, { id, revision: 7 })).toMatchObject({ code: "setting-changed" });
  await deleteSchedule(owner.actor, { id, revision });
  expect(await getSchedule(owner.actor, id)).toMatchObject({ code: "not-found" });
  await clock.advance(20 * 3600);
  await forgetOldSchedules();
  expect(await restoreSchedule(owner.actor, { id })).toMatchObject({ ok: true });
  expect((await read(id)).next[0]).toEqual(new Date("2026-11-22T06:00:00Z"));
  await deleteSchedule(owner.actor, { id, revision: 3 });
  await clock.advance(25 * 3600);
  await forgetOldSchedules();
  expect(await restoreSchedule(owner.actor, { id })).toMatchObject({ code: "not-found" });
});

test("a layout has to be one of the report that its owner sees; changed or deleted, the schedule says so", async () => {
  const theirs = await layoutOf((await reader("analyst")).actor, ["agent"]);
  for (const layoutId of [theirs.id, nobody])
    expect(await createSchedule(owner.actor, asked({ layoutId }))).toMatchObject({ code: "unknown-layout" });
  const { id: layoutId, revision } = await layoutOf(owner.actor, ["agent", "os"]);
  const { id } = await scheduled(owner.actor, { layoutId });
  expect((await read(id)).layout.state).toBe("same");
  const content = { ...stockContent, order: ["agent"] };
  await changeLayout(owner.actor, { id: layoutId, revision, content });
  expect((await read(id)).layout.state).toBe("changed");
  await deleteLayout(owner.actor, { id: layoutId, revision: 2 });
  expect(await read(id)).toMatchObject({
    layout: { id: null, name: expect.stringMatching("Columns"), state: "gone" },
    ails: "layout_gone",
  });
});

test("nobody has more than a hundred", async () => {
  for (let made = 0; made < mostSchedules; made++) await scheduled(owner.actor);
  expect(await createSchedule(owner.actor, asked())).toMatchObject({ code: "too-many-schedules" });
});

test("a trial needs a mail server, and an address to go to", async () => {
  const { id } = await scheduled(owner.actor);
  expect(await trySchedule(owner.actor, { id })).toMatchObject({ code: "no-mail" });
});
