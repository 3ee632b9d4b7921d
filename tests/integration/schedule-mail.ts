import { afterAll, beforeEach } from "vitest";
import { wordMail } from "@/gateway/mail";
import { exportTexts } from "@/gateway/report-texts";
import { db } from "@/lib/db";
import { sweepMails } from "@/lib/mail/sweep";
import { getSchedule } from "@/lib/schedules/queries";
import { sweepSchedules } from "@/lib/schedules/sweep";
import { openMailServer } from "./mail-server";
import { cast, now } from "./report-cast";
import { reader } from "./schedules";

/** The first time that a schedule of the tests is due. */
export const due = new Date("2026-11-21T06:00:00Z");
export const payroll = "payroll@elsewhere.example";

export const server = await openMailServer({ user: "rollcall", password: "s3cret" });
afterAll(() => server.close());
process.env.SMTP_URL = server.url;
process.env.MAIL_FROM = "Rollcall <rollcall@centre.example>";

export const { clock } = await cast();

/** Whose schedules a test is about. */
export const centre = { owner: await reader("analyst") };

beforeEach(async () => {
  await clock.set(new Date(now));
  await db.reportSchedule.deleteMany();
  await db.mail.deleteMany();
  server.taken.length = 0;
  server.refuse.clear();
  centre.owner = await reader("analyst");
});

/** What a gateway does until nothing is left to do. */
export async function round() {
  await sweepSchedules(exportTexts);
  await sweepMails(wordMail);
  await sweepSchedules(exportTexts);
  await sweepMails(wordMail);
}

export async function read(id: string) {
  const found = await getSchedule(centre.owner.actor, id);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

export const subjects = () => server.taken.map(({ subject }) => subject);

export function only<T>(all: readonly T[]): T {
  if (all.length !== 1 || !all[0]) throw new Error(`${all.length} instead of one`);
  return all[0];
}
