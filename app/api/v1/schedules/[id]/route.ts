import { z } from "zod";
import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { changeSchedule, deleteSchedule } from "@/lib/schedules/commands";
import { getSchedule } from "@/lib/schedules/queries";
import { ChangeSchedule, ScheduleId } from "@/lib/schedules/schema";
import { Schedule, scheduleJson } from "../../_shapes/schedule";

export const GET = route(
  {
    id: "getSchedule",
    summary: "Get a schedule",
    params: ScheduleId,
    answer: Schedule,
    refuses: ["not-found"],
  },
  async (actor, { params }) => {
    const schedule = await getSchedule(actor, params.id);
    return schedule.ok ? ok(scheduleJson(schedule.value)) : schedule;
  },
);

export const PATCH = route(
  {
    id: "changeSchedule",
    summary: "Change, pause or resume a schedule",
    description:
      "Only what is named changes. Its owner alone changes what it sends; administrators pause and resume it, too. Nothing changes " +
      "where somebody else has changed it since the revision that is named: 409 `setting-changed`.",
    params: ScheduleId,
    body: ChangeSchedule.omit({ id: true }),
    answer: Schedule,
    refuses: ["not-found", "not-allowed", "setting-changed", "unknown-layout"],
  },
  async (actor, { params, body }) => {
    const changed = await changeSchedule(actor, { ...params, ...body });
    if (!changed.ok) return changed;
    const schedule = await getSchedule(actor, params.id);
    return schedule.ok ? ok(scheduleJson(schedule.value)) : schedule;
  },
);

export const DELETE = route(
  {
    id: "deleteSchedule",
    summary: "Delete a schedule",
    description: "Nothing is deleted where somebody else has changed it since the revision that is named.",
    params: ScheduleId,
    query: z.strictObject({ revision: z.coerce.number().int().min(1) }),
    refuses: ["not-found", "not-allowed", "setting-changed"],
  },
  async (actor, { params, query }) => {
    const deleted = await deleteSchedule(actor, { ...params, ...query });
    return deleted.ok ? ok(undefined) : deleted;
  },
);
