import { z } from "zod";
import { paramsOf } from "@/app/_edges/params";
import { many } from "@/lib/list-params";
import { reportParameters } from "@/lib/reports/address";
import { type Column, type ColumnType, catalogueOf } from "@/lib/reports/catalogue";
import type { reportPage } from "@/lib/reports/page";
import type { ReportGroup, ReportRow, Value } from "@/lib/reports/row";
import { ofOurTime, type ReportQuery } from "@/lib/reports/schema";
import { exportFormats } from "@/lib/reports/sheet";
import { platformName } from "@/lib/sessions/labels";

/** Every column that each Rollcall has; those of its own Not Ready reasons come beside them. */
export const fixedColumns = catalogueOf([]);

const parameters = Object.fromEntries(reportParameters.map((name) => [name, z.string().optional()]));
const filters = Object.fromEntries(
  [...fixedColumns.map(({ id }) => id), "user", "version"].map((id) => [id, many(z.string())]),
);

const asOfWanted = "must be a moment such as 2026-11-22T08:00:00Z";

/** What an address says beside the report. */
const Asked = z.object({
  asOf: z.iso
    .datetime({ offset: true, error: asOfWanted, abort: true })
    .refine((text) => ofOurTime(new Date(text)), asOfWanted)
    .optional(),
  format: z.enum(["json", ...exportFormats]).default("json"),
  header: z.enum(["true", "false"]).default("true"),
  limit: z.coerce.number().int().min(1).max(500).default(50),
  cursor: z.string().max(8192).optional(),
});

/** The report itself is judged by the columns that there are, not here. */
export const ReportParams = z.looseObject({ ...parameters, ...filters, ...Asked.shape });

export function reportAddress(url: URL) {
  const given = Object.entries(paramsOf(url)).filter(([name]) => !Object.hasOwn(Asked.shape, name));
  return Object.fromEntries(given);
}

const time = z.iso.datetime();
const day = z.iso.date();
const amount = z.number().nullable();

const shown: Record<ColumnType, z.ZodType<Value>> = {
  text: z.string().nullable(),
  enum: z.string().nullable(),
  flag: z.boolean().nullable(),
  moment: time.nullable(),
  date: day,
  duration: amount,
  percent: amount,
  count: amount,
};

type Fields = Record<string, z.ZodType<Value | undefined>>;
const fieldsOf = (columns: readonly Column[]): Fields =>
  Object.fromEntries(columns.map(({ id, type }) => [id, shown[type].optional()]));

const itemFields: Fields = {
  ...fieldsOf(fixedColumns),
  sessionId: z.uuid(),
  username: z.string(),
  date: day,
  from: time,
  to: time,
  cutBefore: z.boolean(),
  cutAfter: z.boolean(),
  open: z.boolean(),
  lost: z.boolean(),
};
const Item = z.object(itemFields).catchall(amount).meta({ id: "ReportItem" });

const totalsFields: Fields = {
  rows: z.int(),
  open: z.int(),
  lastSeen: z.int(),
  late: z.int(),
  ...fieldsOf(fixedColumns.filter(({ sum }) => sum !== "none")),
};
const Totals = z.object(totalsFields).catchall(amount).meta({ id: "ReportTotals" });

const Group = z
  .strictObject({
    by: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    keys: z.record(z.string(), z.string().nullable()),
    totals: Totals,
  })
  .meta({ id: "ReportGroup" });

export const Report = z
  .strictObject({
    from: time,
    to: time,
    zone: z.string(),
    edges: z.enum(["clip", "whole"]),
    days: z.enum(["join", "split"]),
    dayTurn: z.string(),
    asOf: time,
    replicaAgeMs: z.number().nullable(),
    columns: z.array(z.string()),
    items: z.array(Item),
    groups: z.array(Group).optional(),
    totals: Totals.nullable(),
    next: z.string().nullable(),
  })
  .meta({ id: "LoginLogoutReport" });

type Page = Extract<Awaited<ReturnType<typeof reportPage>>, { ok: true }>["value"];

/** A page of a report as the admin API gives it. */
export function reportJson(page: Page, { zone, edges, days, dayTurn, columns }: ReportQuery) {
  const { asOf, from, to, replicaAgeMs, rows, groups, totals, next } = page;
  return {
    from: from.toISOString(),
    to: to.toISOString(),
    ...{ zone, edges, days, dayTurn },
    asOf: asOf.toISOString(),
    replicaAgeMs,
    columns,
    items: rows.map(itemJson),
    ...(groups && { groups: groups.map(groupJson) }),
    totals: totals && totalsJson(totals),
    next,
  };
}

const itemJson = ({ values, ...row }: ReportRow): Record<string, Value> => ({
  ...Object.fromEntries(Object.entries(values).map(([id, value]) => [id, shownAs(id, value)])),
  ...row,
});

/** As the other answers call it. */
const shownAs = (column: string, value: Value) =>
  column === "platform" && (value === "desktop" || value === "mobile") ? platformName(value) : value;

const groupJson = ({ path, ...of }: ReportGroup) => ({
  by: Object.fromEntries(path.map(({ column, label }) => [column, shownAs(column, label)])),
  keys: Object.fromEntries(path.map(({ column, key }) => [column, key])),
  totals: totalsJson(of),
});

const totalsJson = ({
  rows,
  open,
  lastSeen,
  late,
  values,
}: Omit<ReportGroup, "path">): Record<string, Value> => ({
  ...values,
  ...{ rows, open, lastSeen, late },
});
