import { z } from "zod";
import { route } from "@/app/_edges/route";
import { trySchedule } from "@/lib/schedules/commands";
import { ScheduleId } from "@/lib/schedules/schema";

export const POST = route(
  {
    id: "sendSchedule",
    summary: "Send a schedule's report at once, to its owner alone",
    description: "A trial: what is due next stays as it is. The schedule's `runs` tell what became of it.",
    params: ScheduleId,
    answer: z.strictObject({ to: z.string() }),
    refuses: ["not-found", "not-allowed", "no-mail", "no-address"],
  },
  (actor, { params }) => trySchedule(actor, params),
);
