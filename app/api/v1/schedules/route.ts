import { route } from "@/app/_edges/route";
import { AppError } from "@/lib/errors";
import { ok } from "@/lib/result";
import { createSchedule } from "@/lib/schedules/commands";
import { getSchedule, pageSchedules } from "@/lib/schedules/queries";
import { CreateSchedule, SchedulePage } from "@/lib/schedules/schema";
import { pageOf } from "../_shapes/page";
import { Schedule, scheduleJson } from "../_shapes/schedule";

export const GET = route(
  {
    id: "listSchedules",
    summary: "List the schedules of reports, the oldest first",
    description: "Those of whoever the token acts for; all of them for administrators.",
    query: SchedulePage,
    answer: pageOf(Schedule),
  },
  async (actor, { query }) => {
    const { items, more } = await pageSchedules(actor, query);
    return ok({ items: items.map(scheduleJson), next: more ? (items.at(-1)?.id ?? null) : null });
  },
);

export const POST = route(
  {
    id: "createSchedule",
    summary: "Send the report by mail, again and again",
    description:
      "It shows what whoever the token acts for may see when it is sent: `ADMIN_API_TOKEN` acts for nobody.",
    body: CreateSchedule,
    status: 201,
    answer: Schedule,
    refuses: ["unknown-layout", "too-many-schedules", "needs-a-person"],
  },
  async (actor, { body }) => {
    const made = await createSchedule(actor, body);
    if (!made.ok) return made;
    const schedule = await getSchedule(actor, made.value.id);
    if (!schedule.ok) throw new AppError(schedule.code);
    return ok(scheduleJson(schedule.value));
  },
);
