import { z } from "zod";

export const CreateTeam = z.strictObject({
  name: z
    .string()
    .trim()
    .min(1)
    .max(128)
    .regex(/^\P{Cc}*$/u, "must not contain control characters"),
});
export type CreateTeam = z.output<typeof CreateTeam>;
