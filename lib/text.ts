import { z } from "zod";

/** A line that people read: trimmed, not empty, without control characters (which Postgres would refuse, too). */
export const line = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, "must not contain control characters");
