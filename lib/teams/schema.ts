import { z } from "zod";
import { line } from "@/lib/text";

export const CreateTeam = z.strictObject({
  name: line(128),
});
export type CreateTeam = z.output<typeof CreateTeam>;
