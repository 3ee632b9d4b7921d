import { z } from "zod";
import { presets } from "@/lib/reports/range";
import { exportFormats } from "@/lib/reports/sheet";
import type { ListedSchedule } from "@/lib/schedules/queries";
import { Rhythm } from "@/lib/schedules/rhythm";
import { layoutStates, runStates } from "@/lib/schedules/state";
import { ScheduleHalt } from "@/prisma/generated/enums";

const moment = z.iso.datetime();

export const Schedule = z
  .strictObject({
    id: z.uuid(),
    revision: z.int(),
    name: z.string(),
    owner: z.string(),
    mine: z.boolean(),
    layout: z.strictObject({
      id: z.uuid().nullable(),
      name: z.string().nullable(),
      state: z.enum(layoutStates),
    }),
    preset: z.enum(presets),
    rhythm: Rhythm,
    format: z.enum(exportFormats),
    subject: z.string().nullable(),
    recipients: z.array(z.strictObject({ name: z.string().nullable(), address: z.string().nullable() })),
    next: z.array(moment),
    halted: z.strictObject({ at: moment, why: z.enum(ScheduleHalt) }).nullable(),
    ails: z.enum(ScheduleHalt).nullable(),
    runs: z.array(
      z.strictObject({
        dueAt: moment,
        trial: z.boolean(),
        state: z.enum(runStates),
        at: moment.nullable(),
        rows: z.int().nullable(),
        sent: z.int(),
        failure: z.string().nullable(),
        unsent: z.array(z.strictObject({ to: z.string().nullable(), failure: z.string().nullable() })),
      }),
    ),
  })
  .meta({ id: "Schedule" });

export const scheduleJson = ({
  maySteer: _,
  next,
  halted,
  runs,
  ...schedule
}: ListedSchedule): z.input<typeof Schedule> => ({
  ...schedule,
  next: next.map((at) => at.toISOString()),
  halted: halted && { at: halted.at.toISOString(), why: halted.why },
  runs: runs.map(({ id: _, triedAgainAt: __, dueAt, at, ...run }) => ({
    ...run,
    dueAt: dueAt.toISOString(),
    at: at?.toISOString() ?? null,
  })),
});
