import { z } from "zod";
import { type ErrorCode, errorStatus } from "@/lib/errors";
import type { GroupPath } from "@/lib/reports/path";

const Value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

const Row = z.object({
  sessionId: z.string(),
  username: z.string(),
  date: z.string(),
  from: z.string(),
  to: z.string(),
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  open: z.boolean(),
  lost: z.boolean(),
  values: z.record(z.string(), Value),
});
export type Row = z.output<typeof Row>;

const counts = { rows: z.number(), open: z.number(), lastSeen: z.number(), late: z.number() };
const Sums = z.record(z.string(), z.number().nullable());

const Group = z.object({
  ...counts,
  path: z.array(z.object({ column: z.string(), key: z.string().nullable(), label: Value })),
  values: Sums,
});
export type Group = z.output<typeof Group>;

/** Of which moment and range it is; the age of a replica in ms. */
const asOf = {
  asOf: z.string(),
  from: z.string(),
  to: z.string(),
  replicaAgeMs: z.number().nullable(),
};

const next = z.string().nullable();
export const RowPage = z.object({ ...asOf, rows: z.array(Row), next });
export type RowPage = z.output<typeof RowPage>;
export const GroupPage = z.object({ ...asOf, groups: z.array(Group), next });
export type GroupPage = z.output<typeof GroupPage>;
export const Totals = z.object({ ...asOf, ...counts, values: Sums });
export type Totals = z.output<typeof Totals>;

const Problem = z.object({
  type: z.string().transform((type) => type.split("/").at(-1) ?? ""),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).default([]),
});

const isCode = (code: string): code is ErrorCode => Object.hasOwn(errorStatus, code);

/** Why there is no report, with what is wrong in what was asked. */
export type Refusal = { code: ErrorCode; faults: readonly { path: string; message: string }[] };

export class Refused extends Error implements Refusal {
  readonly code: ErrorCode;
  readonly faults: Refusal["faults"];
  constructor(code: ErrorCode, faults: Refusal["faults"] = []) {
    super(code);
    this.code = code;
    this.faults = faults;
  }
}

/** What a part of the report is asked with, beside the report's address. */
type Asked = { cursor?: string | null; within?: GroupPath; asOf?: string | null; limit?: number };

export const readRows = (report: string, asked: Asked, signal: AbortSignal) =>
  read(RowPage, "rows", { report, asked, signal });

export const readGroups = (report: string, asked: Asked, signal: AbortSignal) =>
  read(GroupPage, "groups", { report, asked, signal });

export const readTotals = (report: string, asked: Asked, signal: AbortSignal) =>
  read(Totals, "totals", { report, asked, signal });

type How = { report: string; asked: Asked; signal: AbortSignal };

async function read<S extends z.ZodType>(schema: S, part: string, { report, asked, signal }: How) {
  const params = new URLSearchParams(report);
  const { cursor, within, asOf, limit } = asked;
  if (cursor) params.set("cursor", cursor);
  // The cursor knows its moment.
  else if (asOf) params.set("asOf", asOf);
  if (within && within.length > 0) params.set("within", JSON.stringify(within));
  if (limit !== undefined) params.set("limit", String(limit));
  const answer = await fetch(`/api/reports/login-logout/${part}?${params}`, { signal }).catch((error) => {
    if (signal.aborted) throw error;
    throw new Refused("unavailable");
  });
  if (answer.ok) return schema.parse(await answer.json());
  const { code, faults } = await refusalOf(answer);
  throw new Refused(code, faults);
}

/** What an answer says that is none. */
export async function refusalOf(answer: Response): Promise<Refusal> {
  const told = Problem.safeParse(await answer.json().catch(() => null)).data;
  return { code: told && isCode(told.type) ? told.type : "unavailable", faults: told?.errors ?? [] };
}
