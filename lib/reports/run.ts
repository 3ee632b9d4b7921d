import { z } from "zod";
import { reportDb } from "@/lib/db";
import { fail } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";

/** Of Prisma, and of Postgres itself. */
const Refused = z.union([
  z
    .object({
      meta: z.object({ driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }) }),
    })
    .transform(({ meta }) => meta.driverAdapterError.cause.originalCode),
  z.object({ code: z.string() }).transform(({ code }) => code),
]);

const cancelled = "57014";
const late = /query read timeout/i;
const waiting = /timeout exceeded when trying to connect/i;

/**
 * What a report comes to, or why it does not. One that would take too long is stopped by the database; one that cannot begin,
 * because others are still being worked out, says so.
 */
export async function workedOut<T>(report: () => Promise<T>) {
  try {
    return await report();
  } catch (error) {
    const state = Refused.safeParse(error).data;
    const message = error instanceof Error ? error.message : "";
    if (state === cancelled || late.test(message)) return fail("report-too-long");
    if (waiting.test(message)) return fail("report-queue-full");
    throw error;
  }
}

/** What all rows of a report come to, group by group: worth sharing among processes, as the few rows of a page are not. */
export async function shared<T>(query: Prisma.Sql): Promise<T[]> {
  const [, rows] = await reportDb.$transaction([
    reportDb.$executeRaw`set local max_parallel_workers_per_gather = 2`,
    reportDb.$queryRaw<T[]>(query),
  ]);
  return rows;
}
