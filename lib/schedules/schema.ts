import { z } from "zod";
import { presets } from "@/lib/reports/range";
import { exportFormats } from "@/lib/reports/sheet";
import { line } from "@/lib/text";
import { Rhythm } from "./rhythm";

export const mostSchedules = 100;
export const mostRecipients = 50;
export const longestName = 64;
export const longestSubject = 200;

/** What stands in a subject for the days that the file is of. */
export const rangeMark = "{range}";

const fields = {
  name: line(longestName),
  /** Null is the stock layout. */
  layoutId: z.uuid().nullable(),
  /** Seen from when it is due. */
  preset: z.enum(presets),
  rhythm: Rhythm,
  format: z.enum(exportFormats),
  /** Null leaves it to Rollcall. */
  subject: line(longestSubject).nullable(),
  recipients: z
    .array(z.email("must be an e-mail address").max(254))
    .min(1, "must name somebody")
    .max(mostRecipients)
    .overwrite(onceEach),
};

export const CreateSchedule = z.strictObject({
  ...fields,
  subject: fields.subject.default(null),
  /** On which day weeks begin. ISO: 1 is Monday. */
  weekStart: z.int().min(1).max(7).default(1),
});
export type CreateSchedule = z.output<typeof CreateSchedule>;

// As it was when the change began, so that nobody's change is overwritten unseen.
export const WhichSchedule = z.strictObject({ id: z.uuid(), revision: z.int().min(1) });
export type WhichSchedule = z.output<typeof WhichSchedule>;

/** `paused` false sets it going again, whatever stopped it. */
export const ChangeSchedule = z.strictObject({
  ...WhichSchedule.shape,
  ...z.strictObject(fields).partial().shape,
  paused: z.boolean().optional(),
});
export type ChangeSchedule = z.output<typeof ChangeSchedule>;

/** A page of them, as a query string asks for it: behind the last one of the page before. */
export const SchedulePage = z.strictObject({
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.uuid("is not a cursor of this list").optional(),
});

export const ScheduleId = z.strictObject({ id: z.uuid() });
export type ScheduleId = z.output<typeof ScheduleId>;

/** The same address in other capitals is the same. */
function onceEach(addresses: string[]) {
  const same = addresses.map((address) => address.toLowerCase());
  return addresses.filter((_, at) => same.indexOf(same[at] ?? "") === at);
}
