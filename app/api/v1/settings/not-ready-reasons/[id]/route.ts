import { z } from "zod";
import { route } from "@/app/_edges/route";
import { changeReason } from "@/lib/reasons/commands";
import { ChangeReason } from "@/lib/reasons/schema";
import { Reason } from "../../../_shapes/reason";

export const PATCH = route(
  {
    id: "changeReason",
    summary: "Change, move, archive or restore a reason",
    description: "Only what is named changes. What was recorded under its old name keeps it.",
    params: z.strictObject({ id: z.uuid() }),
    body: ChangeReason,
    answer: Reason,
    refuses: ["not-found", "reason-name-taken", "unknown-team"],
  },
  (actor, { params, body }) => changeReason(actor, { ...params, ...body }),
);
