import { Prisma } from "@/prisma/generated/client";

// What goes to somebody else's server waits longer and longer for it.

/** With the pauses between them, about a day. */
export const mostAttempts = 18;

/** In SQL, after so many attempts: the pauses double, from ten seconds to three hours. */
export const pauseAfter = (attempts: Prisma.Sql) =>
  Prisma.sql`least(10800, 10 * 2 ^ (${attempts} - 1)) * interval '1 s'`;
