import { z } from "zod";
import { longestReason } from "@/lib/seats/schema";
import { line } from "@/lib/text";
import { ReasonKind } from "@/prisma/generated/enums";

const fields = {
  name: line(longestReason),
  /** Working time, or a break: how reports count it. */
  kind: z.enum(ReasonKind),
  /** Names of the teams that it is offered to; null: every team. */
  teams: z.array(line(128)).min(1).max(1000).nullable(),
};

export const CreateReason = z.strictObject({ ...fields, teams: fields.teams.default(null) });
export type CreateReason = z.output<typeof CreateReason>;

export const ChangeReason = z
  .strictObject({
    ...fields,
    archived: z.boolean(),
    /** The id of the reason that it shall stand before; null: the end. */
    before: z.uuid().nullable(),
  })
  .partial();
export type ChangeReason = z.output<typeof ChangeReason>;

/** The same with the id of whose change it is. */
export const ChangeReasonOf = ChangeReason.extend({ id: z.uuid() });
export type ChangeReasonOf = z.output<typeof ChangeReasonOf>;

export const ReasonsOfTeams = z.strictObject({ teamIds: z.array(z.uuid()).max(1000) });
export type ReasonsOfTeams = z.output<typeof ReasonsOfTeams>;
