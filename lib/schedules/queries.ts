import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { presets } from "@/lib/reports/range";
import { exportFormats } from "@/lib/reports/sheet";
import { fail, ok } from "@/lib/result";
import type { Prisma } from "@/prisma/generated/client";
import { mayEdit, maySteer, schedulesSeen } from "./reach";
import { toRecipient } from "./recipients";
import { nextTimes, Rhythm } from "./rhythm";
import { layoutState, reasonToHalt, runState, whole } from "./state";

const timesShown = 3;
const runsShown = 5;

const shown = {
  ...whole,
  runs: {
    omit: { file: true },
    include: {
      mails: {
        where: { givenUpAt: { not: null } },
        select: { address: true, failure: true, user: { select: { email: true } } },
      },
    },
    orderBy: [{ dueAt: "desc" }, { id: "desc" }],
    take: runsShown,
  },
} satisfies Prisma.ReportScheduleInclude;
type Shown = Prisma.ReportScheduleGetPayload<{ include: typeof shown }>;

/** The actor's own schedules; all of them for administrators. By their names. */
export async function listSchedules(actor: Actor) {
  authorize(actor, "reports:schedule");
  const rows = await db.reportSchedule.findMany({
    where: { deletedAt: null, ...schedulesSeen(actor) },
    include: shown,
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
  const now = await databaseNow(db);
  return rows.map((row) => toListed(actor, row, now));
}
export type ListedSchedule = Awaited<ReturnType<typeof listSchedules>>[number];

type Page = { limit: number; cursor?: string | undefined };

/** The same as pages, in the order in which they were made. */
export async function pageSchedules(actor: Actor, { limit, cursor }: Page) {
  authorize(actor, "reports:schedule");
  const rows = await db.reportSchedule.findMany({
    where: {
      deletedAt: null,
      ...schedulesSeen(actor),
      ...(cursor !== undefined && { id: { gt: cursor } }),
    },
    include: shown,
    orderBy: { id: "asc" },
    take: limit + 1,
  });
  const now = await databaseNow(db);
  const items = rows.slice(0, limit).map((row) => toListed(actor, row, now));
  return { items, more: rows.length > limit };
}

export async function getSchedule(actor: Actor, id: string) {
  authorize(actor, "reports:schedule");
  const row = await db.reportSchedule.findFirst({
    where: { id, deletedAt: null, ...schedulesSeen(actor) },
    include: shown,
  });
  return row ? ok(toListed(actor, row, await databaseNow(db))) : fail("not-found");
}

function toListed(actor: Actor, row: Shown, now: Date) {
  const { id, revision, name, owner, layout, subject, recipients, runs, ...schedule } = row;
  const rhythm = Rhythm.parse(schedule.rhythm);
  const { nextAt, haltedAt, haltedWhy } = schedule;
  return {
    id,
    revision,
    name,
    owner: owner.name,
    mine: mayEdit(actor, row),
    maySteer: maySteer(actor, row),
    layout: { id: schedule.layoutId, name: layout?.name ?? schedule.layoutName, state: layoutState(row) },
    preset: presets.find((one) => one === schedule.preset) ?? "yesterday",
    format: exportFormats.find((one) => one === schedule.format) ?? "csv",
    rhythm,
    subject,
    recipients: recipients.map(toRecipient).map(({ name, address }) => ({ name, address })),
    /** What is due already comes first. */
    next: nextAt ? [nextAt, ...nextTimes(rhythm, nextAt > now ? nextAt : now, timesShown - 1)] : [],
    halted: haltedAt && haltedWhy ? { at: haltedAt, why: haltedWhy } : null,
    /** What will stop it when it is due next. */
    ails: haltedAt ? null : reasonToHalt(row),
    runs: runs.map(toRun),
  };
}

const toRun = (run: Shown["runs"][number]) => ({
  id: run.id,
  dueAt: run.dueAt,
  trial: run.trial,
  state: runState(run),
  at: run.settledAt ?? run.givenUpAt ?? run.madeAt,
  rows: run.rows,
  sent: run.sent,
  failure: run.failure,
  /** When it is tried again; null where it is not. */
  triedAgainAt: run.madeAt || run.givenUpAt || run.attempts === 0 ? null : run.nextAt,
  unsent: run.mails.map(({ address, user, failure }) => ({ to: address ?? user?.email ?? null, failure })),
});
export type ListedRun = ReturnType<typeof toRun>;
