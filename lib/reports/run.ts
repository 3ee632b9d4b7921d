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

/** What all rows of a report come to, group by group: worth sharing among processes, as the few rows of a page are not. */
export const shared = <T>(query: Prisma.Sql) => under<T>({ max_parallel_workers_per_gather: "2" }, query);

/**
 * In an order that no index has, where all rows are read for the first ones. Sessions lie nearly in the order of their index, which
 * Postgres takes for a reason to follow it row by row; to read their pages one after the other takes two thirds of the time.
 */
export const inAnyOrder = <T>(query: Prisma.Sql) =>
  under<T>({ enable_indexscan: "off", enable_nestloop: "off", random_page_cost: "1" }, query);

/** With settings of Postgres that end with it. */
async function under<T>(settings: Readonly<Record<string, string>>, query: Prisma.Sql): Promise<T[]> {
  const set = Object.entries(settings).map(
    ([name, value]) => Prisma.sql`set_config(${name}, ${value}, true)`,
  );
  const [, rows] = await reportDb.$transaction([
    reportDb.$queryRaw`select ${Prisma.join(set)}`,
    reportDb.$queryRaw<T[]>(query),
  ]);
  return rows;
}
