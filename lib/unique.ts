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

const Refused = z.object({
  meta: z.object({
    driverAdapterError: z.object({ cause: z.object({ originalCode: z.string() }) }),
  }),
});

// Unique violation; a row pointed at that is gone; serialization failure; deadlock.
const collisions = new Set(["23505", "23503", "40001", "40P01"]);

/** True where another transaction was in the way at this moment: the same one may well work when it is done anew. */
export function collision(error: unknown): boolean {
  const refused = Refused.safeParse(error);
  return refused.success && collisions.has(refused.data.meta.driverAdapterError.cause.originalCode);
}
