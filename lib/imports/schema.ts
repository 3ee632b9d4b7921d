import { z } from "zod";
import { line, SearchText } from "@/lib/text";
import { ImportState, Role } from "@/prisma/generated/enums";
import { fields } from "./fields";
import { noticeCodes, problemCodes } from "./problem";

export const mostBytes = 64 * 1024 * 1024;

/** For how long after its last step an import can be undone or continued. */
export const undoMinutes = 60;

export const FileName = line(255).catch("users.csv");

export const Mapping = z.array(z.enum(fields).nullable()).max(1000);

/** Which import: the id in the address. */
export const Which = z.strictObject({ id: z.uuid() });
export type Which = z.output<typeof Which>;

export const MapImport = z.strictObject({ id: z.uuid(), mapping: Mapping, createTeams: z.boolean() });
export type MapImport = z.output<typeof MapImport>;

export const StartImport = z.strictObject({ id: z.uuid(), skipBad: z.boolean() });
export type StartImport = z.output<typeof StartImport>;

/** What an import changed of a user, as it is kept for undoing. */
export const StoredPart = z.object({
  name: z.string().exactOptional(),
  email: z.string().nullable().exactOptional(),
  personnelNumber: z.string().nullable().exactOptional(),
  teamId: z.uuid().exactOptional(),
  roles: z.array(z.enum(Role)).exactOptional(),
  supervises: z.array(z.uuid()).exactOptional(),
});

const said = { line: z.int(), field: z.enum(fields).nullable(), value: z.string(), other: z.string() };
const ProblemShape = z.object({ ...said, code: z.enum(problemCodes) });
const NoticeShape = z.object({ ...said, code: z.enum(noticeCodes) });

/** Lines that were fine when the import began and no longer when they were reached. */
export const LateProblems = z.array(ProblemShape);

const count = z.int();
const moment = z.iso.datetime();

/** What may change of a user before everybody's eyes. */
export const shownFields = ["name", "team", "roles", "supervises", "email", "personnelNumber"] as const;
export type ShownField = (typeof shownFields)[number];

/** Teams by name; null for nothing. */
const Told = z.union([z.string(), z.array(z.string())]).nullable();
export const LineChange = z.object({ field: z.enum(shownFields), from: Told, to: Told });
export type LineChange = z.output<typeof LineChange>;

/** What an import would do with one line. */
export const PreviewLine = z.object({
  line: z.int(),
  username: z.string(),
  name: z.string(),
  outcome: z.enum(["created", "updated", "unchanged", "bad"]),
  changes: z.array(LineChange),
  /** Whether it gives a first password; which one is not told. */
  password: z.boolean(),
  problems: z.array(ProblemShape),
  notices: z.array(NoticeShape),
});
export type PreviewLine = z.output<typeof PreviewLine>;

/** Which lines of a preview: `notes` are those that their reader should know something of. */
export const shows = ["all", "created", "updated", "unchanged", "bad", "notes"] as const;
export type Show = (typeof shows)[number];

export const mostLines = 1000;

/** Lines from place `from` on among those asked for, of a preview that is no older than `asOf`. */
export const SomeLines = z.object({
  show: z.enum(shows),
  search: SearchText,
  from: z.coerce.number().int().min(0).max(1_000_000),
  count: z.coerce.number().int().min(1).max(mostLines),
  asOf: moment,
});
export type SomeLines = z.output<typeof SomeLines>;

/** The same as an address says it; what is wrong in it is left out. Without `show`, the bad ones come before all. */
export const ShownLines = z.object({
  show: z.enum(shows).optional().catch(undefined),
  search: SearchText.catch(""),
});
export type ShownLines = z.output<typeof ShownLines>;

export const FoundLines = z.object({ total: count, lines: z.array(PreviewLine) });
export type FoundLines = z.output<typeof FoundLines>;

/** How far an import is and what came of it, for the page that watches it. */
export const ImportProgress = z.object({
  id: z.uuid(),
  fileName: z.string(),
  /** One whose runner is gone has stopped. */
  state: z.enum(ImportState),
  undoStopped: z.boolean(),
  by: z.string().nullable(),
  startedAt: moment.nullable(),
  lines: count,
  handled: count,
  lastLine: count,
  created: count,
  updated: count,
  unchanged: count,
  skipped: count,
  lateProblems: LateProblems,
  madeTeams: count,
  withoutPassword: count,
  /** The lines that were skipped can be had by whoever uploaded them, as long as the file is kept. */
  ownFile: z.boolean(),
  undo: z.object({
    /** Until when; null for an import that cannot be undone, or not yet. */
    until: moment.nullable(),
    left: count,
    deleted: count,
    restored: count,
    disabled: count,
    changedSince: count,
    notPossible: count,
  }),
  now: moment,
});
export type ImportProgress = z.output<typeof ImportProgress>;
