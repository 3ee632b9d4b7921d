import { z } from "zod";
import { reportDb } from "@/lib/db";
import { fail } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";

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

type Settings = Readonly<Record<string, string>>;

/**
 * For what all sessions of a range are read for. They lie nearly in the order of their index, which Postgres takes for a reason to
 * follow it row by row; to read their pages one after the other takes two thirds of the time.
 */
export const pageByPage: Settings = {
  enable_indexscan: "off",
  enable_seqscan: "off",
  enable_nestloop: "off",
};

/** Groups are worth sharing among processes, as the few rows of a page are not. */
export const byProcesses: Settings = { max_parallel_workers_per_gather: "2" };

/** What a query comes to under settings of Postgres that end with it. */
export async function readUnder<T>(settings: Settings, query: Prisma.Sql): Promise<T[]> {
  const set = Object.entries(settings).map(
    ([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`,
  );
  if (set.length === 0) return reportDb.$queryRaw<T[]>(query);
  const [, rows] = await reportDb.$transaction([
    reportDb.$queryRaw`select ${Prisma.join(set)}`,
    reportDb.$queryRaw<T[]>(query),
  ]);
  return rows;
}
