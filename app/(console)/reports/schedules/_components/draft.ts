import type { z } from "zod";
import type { Preset } from "@/lib/reports/range";
import type { ExportFormat } from "@/lib/reports/sheet";
import type { ListedSchedule } from "@/lib/schedules/queries";
import { Rhythm } from "@/lib/schedules/rhythm";
import { CreateSchedule } from "@/lib/schedules/schema";

/** What stands in the form. */
export type Draft = {
  name: string;
  /** `stock` for the stock layout. */
  layout: string;
  preset: Preset;
  every: Rhythm["every"];
  days: readonly number[];
  /** Of the month. */
  day: string;
  at: string;
  zone: string;
  format: ExportFormat;
  subject: string;
  recipients: string;
};

export const stock = "stock";

export type Reader = { address: string | null; timeZone: string; weekStart: number };

export const newDraft = ({ address, timeZone }: Reader, layout = stock): Draft => ({
  name: "",
  layout,
  preset: "yesterday",
  every: "day",
  days: [1],
  day: "1",
  at: "07:00",
  zone: timeZone,
  format: "xlsx",
  subject: "",
  recipients: address ?? "",
});

/** A schedule as the form shows it; a layout that is gone has to be chosen anew. */
export const draftOf = ({ layout, rhythm, recipients, ...schedule }: ListedSchedule): Draft => ({
  name: schedule.name,
  layout: layout.state === "gone" ? "" : (layout.id ?? stock),
  preset: schedule.preset,
  every: rhythm.every,
  days: rhythm.every === "week" ? rhythm.days : [1],
  day: rhythm.every === "month" ? String(rhythm.day) : "1",
  at: rhythm.at,
  zone: rhythm.zone,
  format: schedule.format,
  subject: schedule.subject ?? "",
  recipients: recipients.flatMap(({ address }) => address ?? []).join("\n"),
});

const rhythmIn = ({ every, days, day, at, zone }: Draft) => {
  if (every === "week") return { every, days: [...days], at, zone };
  return every === "month" ? { every, day: Number(day), at, zone } : { every, at, zone };
};

/** Null while it is not whole. */
export const rhythmOf = (draft: Draft): Rhythm | null => Rhythm.safeParse(rhythmIn(draft)).data ?? null;

export type Entered = z.input<typeof CreateSchedule>;
export type Faulty = "name" | "layoutId" | "days" | "day" | "at" | "recipients" | "subject";

/** What the form asks for, or which of its fields are not right. */
export function readDraft(
  draft: Draft,
): { entered: Entered; faults: null } | { entered: null; faults: Faulty[] } {
  const entered = {
    name: draft.name,
    layoutId: draft.layout === stock ? null : draft.layout,
    preset: draft.preset,
    rhythm: rhythmIn(draft),
    format: draft.format,
    subject: draft.subject.trim() === "" ? null : draft.subject,
    recipients: draft.recipients.split(/[\s,;]+/).filter(Boolean),
  };
  const { error } = CreateSchedule.safeParse(entered);
  if (!error) return { entered, faults: null };
  const faults = error.issues.map(
    ({ path: [field, part] }) => String(field === "rhythm" ? part : field) as Faulty,
  );
  return { entered: null, faults: [...new Set(faults)] };
}
