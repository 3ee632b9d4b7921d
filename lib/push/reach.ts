import { Prisma } from "@/prisma/generated/client";

/** Whether the centre's sender can find an installation `i`: a phone with an id of its own, or an address. */
export const isReachable = Prisma.sql`(
  i.channel <> 'desktop' and num_nonnulls(i.install_id, i.push_token) > 0)`;
