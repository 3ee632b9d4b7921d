import { z } from "zod";

const Violation = z.object({
  code: z.literal("P2002"),
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ constraint: z.object({ index: z.string() }) }) }),
  }),
});

/** The name of the unique index that a write ran into; undefined for any other error. */
export function uniqueViolation(error: unknown): string | undefined {
  const violation = Violation.safeParse(error);
  return violation.success ? violation.data.meta.driverAdapterError.cause.constraint.index : undefined;
}
