import { z } from "zod";
import { Channel } from "@/prisma/generated/enums";

/**
 * What a mail tells: a code and figures. Its wording is in the message file and is found when it goes out. No names of people:
 * those live with the people.
 */
export const MailContent = z.strictObject({
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
export type MailContent = z.output<typeof MailContent>;

/** A mail in words. */
export type Wording = { subject: string; text: string };

/** Without ids, every one that was given up. */
export const RetryMails = z.strictObject({ ids: z.array(z.uuid()).min(1).max(200).optional() });
export type RetryMails = z.output<typeof RetryMails>;
