import { z } from "zod";

export const noticeActions = ["received", "seen", "acknowledged", "store_opened", "later"] as const;
export type NoticeAction = (typeof noticeActions)[number];

/** What an app tells of a notice that it was sent. */
export const NoticeFrame = z.object({
  type: z.literal("notice"),
  noticeId: z.uuid().toLowerCase(),
  action: z.enum(noticeActions),
  ageMs: z
    .int()
    .min(0)
    .default(0)
    .transform((ms) => Math.min(ms, 31 * 86_400_000)),
});
export type NoticeFrame = z.output<typeof NoticeFrame>;
