import type { Cause } from "@/prisma/generated/enums";

export const logoutTypes = ["normal", "timeout", "supervisor", "system"] as const;
export type LogoutType = (typeof logoutTypes)[number];

/** The report's Logout Type of each cause (ledger rule 2). */
export const logoutType: Record<Cause, LogoutType> = {
  signed_out: "normal",
  taken_over: "normal",
  same_device: "normal",
  connection_lost: "timeout",
  inactivity: "timeout",
  no_answer: "timeout",
  forced_by_supervisor: "supervisor",
  ended_by_administrator: "system",
  mandatory_update: "system",
  daily_schedule: "system",
  account_disabled: "system",
  maintenance: "system",
};

type Ending = { cause: Cause | null; userId: string; endedById: string | null };

/** The words for an ending: a sign-in on the same device may have been another person's. */
export function causeKey({ cause, userId, endedById }: Ending): Cause | "same_device_another" | null {
  return cause === "same_device" && endedById !== userId ? "same_device_another" : cause;
}
