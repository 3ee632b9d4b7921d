import { z } from "zod";
import { Channel, ScheduleHalt } from "@/prisma/generated/enums";

const WorkItemMail = z.strictObject({
  code: z.enum(["work-item-recommended", "work-item-mandatory", "work-item-escalated", "work-item-unowned"]),
  team: z.string(),
  channel: z.enum(Channel),
  /** `v2.18.0 (2.63102)` */
  release: z.string(),
  devices: z.int(),
  madeAt: z.iso.datetime(),
  signOutAt: z.iso.datetime().nullable(),
  /** The centre's, in which the moments are written. */
  timeZone: z.string(),
});
export type WorkItemMail = z.output<typeof WorkItemMail>;

const ReportMail = z.strictObject({
  code: z.literal("report"),
  /** The schedule's name, and what its owner wants as a subject. */
  schedule: z.string(),
  subject: z.string().nullable(),
  /** The first and the last day of the report, or moments where it does not go by days. */
  from: z.string(),
  to: z.string(),
  zone: z.string(),
  rows: z.int(),
  /** Where the report is in the console; null where the file is in the mail. */
  link: z.string().nullable(),
  trial: z.boolean(),
});
export type ReportMail = z.output<typeof ReportMail>;

/** Why a report that was due could not be made. */
export const reportFailures = ["report-too-long", "report-queue-full", "no-mail", "internal"] as const;
export type ReportFailure = (typeof reportFailures)[number];

const about = { schedule: z.string(), zone: z.string() };
const ScheduleMail = z.discriminatedUnion("code", [
  z.strictObject({
    code: z.literal("schedule-failed"),
    dueAt: z.iso.datetime(),
    why: z.enum(reportFailures),
    ...about,
  }),
  z.strictObject({
    code: z.literal("schedule-undelivered"),
    dueAt: z.iso.datetime(),
    /** How many did not get it, and what the mail server said. */
    count: z.int(),
    said: z.string(),
    ...about,
  }),
  z.strictObject({ code: z.literal("schedule-stopped"), why: z.enum(ScheduleHalt), ...about }),
]);
export type ScheduleMail = z.output<typeof ScheduleMail>;

/**
 * What a mail tells: a code and figures. Its wording is in the message file and is found when it goes out. No names of people:
 * those live with the people.
 */
export const MailContent = z.discriminatedUnion("code", [WorkItemMail, ReportMail, ScheduleMail]);
export type MailContent = z.output<typeof MailContent>;

/** A mail in words. */
export type Wording = { subject: string; text: string };

/** Instead of a failure: it must not go out any more. */
export const withdrawn = "withdrawn";

/** Without ids, every one that was given up. */
export const RetryMails = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200).optional() });
export type RetryMails = z.output<typeof RetryMails>;
