import { env } from "@/lib/env";
import { type Installation, Prisma } from "@/prisma/generated/client";

/** Whether the centre's sender can find an installation `i`: a phone with an id of its own, or an address. */
export const isReachable = Prisma.sql`(
  i.channel <> 'desktop' and num_nonnulls(i.install_id, i.push_token) > 0)`;

/**
 * Whether a push would wake an installation `i` that was last seen then: there is a sender, and it has refused none since. A phone
 * that has been in touch after a refusal may have another address.
 */
export const isWokenByPush = (lastSeenAt: Prisma.Sql): Prisma.Sql =>
  env().PUSH_WEBHOOK_URL
    ? Prisma.sql`coalesce(${isReachable} and coalesce(i.push_refused_at < ${lastSeenAt}, true), false)`
    : Prisma.sql`false`;

type Phone = Pick<Installation, "channel" | "installId" | "pushToken" | "pushRefusedAt">;

/** The same of a row. */
export function wokenByPush(phone: Phone | null, lastSeenAt: Date): boolean {
  if (!env().PUSH_WEBHOOK_URL || phone === null || phone.channel === "desktop") return false;
  const { installId, pushToken, pushRefusedAt } = phone;
  return (installId !== null || pushToken !== null) && (pushRefusedAt === null || pushRefusedAt < lastSeenAt);
}
