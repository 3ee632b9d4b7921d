import { z } from "zod";
import { paragraph } from "@/lib/text";

export const WorkItemId = z.strictObject({ id: z.uuid() });
export type WorkItemId = z.output<typeof WorkItemId>;

/** `signOutAt` moves the date on which the team's people are signed out. */
export const AcknowledgeWorkItem = z.strictObject({
  signOutAt: z.iso
    .datetime({ offset: true })
    .transform((text) => new Date(text))
    .refine((date) => date.getUTCFullYear() >= 2000 && date.getUTCFullYear() < 3000, "must be of our time")
    .optional(),
  note: paragraph(500).optional(),
});
export type AcknowledgeWorkItem = z.output<typeof AcknowledgeWorkItem> & WorkItemId;
