import { z } from "zod";
import { timeOfDay } from "@/lib/settings/schema";
import { line } from "@/lib/text";

export const CreateTeam = z.strictObject({
  name: line(128),
});
export type CreateTeam = z.output<typeof CreateTeam>;

/** What may change of a team; `dailySignOutAt` null: the centre's own. */
export const ChangeTeam = z.strictObject({
  allowedApps: z
    .array(z.enum(["desktop", "mobile"]))
    .min(1)
    .optional(),
  dailySignOutAt: timeOfDay.nullable().optional(),
});
export type ChangeTeam = z.output<typeof ChangeTeam>;
