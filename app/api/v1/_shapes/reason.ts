import { z } from "zod";
import { ReasonKind } from "@/prisma/generated/enums";

export const Reason = z
  .strictObject({
    id: z.uuid(),
    name: z.string(),
    kind: z.enum(ReasonKind),
    teams: z.array(z.string()).nullable(),
    archived: z.boolean(),
  })
  .meta({ id: "Reason" });
