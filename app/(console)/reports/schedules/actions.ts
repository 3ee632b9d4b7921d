"use server";

import { action } from "@/app/_edges/action";
import {
  changeSchedule as change,
  createSchedule as create,
  restoreSchedule as restore,
  deleteSchedule as take,
  trySchedule as tryOut,
} from "@/lib/schedules/commands";
import { ChangeSchedule, CreateSchedule, ScheduleId, WhichSchedule } from "@/lib/schedules/schema";

export const createSchedule = action(CreateSchedule, create);

export const changeSchedule = action(ChangeSchedule, change);

export const deleteSchedule = action(WhichSchedule, take);

export const restoreSchedule = action(ScheduleId, restore);

export const trySchedule = action(ScheduleId, tryOut);
