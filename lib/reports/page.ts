import type { Actor } from "@/lib/auth/actor";
import { fail, ok } from "@/lib/result";
import { reportGroups } from "./groups";
import type { ReportGroup, ReportRow } from "./row";
import { reportRows } from "./rows";
import type { ReportQuery } from "./schema";
import { reportTotals } from "./totals";

type Asked = { query: ReportQuery; limit: number; cursor?: string | undefined; asOf?: Date | undefined };

// One cursor for both lists, a part of it for each: one that is empty has come to its end.
const parts = /^(?<rows>[\w-]*)\.(?<groups>[\w-]*)$/;

/**
 * A page of everything that a report says, all of one moment: its rows, its groups where it has any, and its totals. These come
 * with the first page only.
 */
export async function reportPage(actor: Actor, { query, limit, cursor, asOf: given }: Asked) {
  const at = cursor === undefined ? {} : parts.exec(cursor)?.groups;
  if (!at || cursor === ".") return fail("invalid-request");
  const more = (part: string | undefined) => ({ query, limit, cursor: part, asOf: given });
  const rows = at.rows === "" ? null : await reportRows(actor, more(at.rows));
  if (rows && !rows.ok) return rows;
  const asOf = rows?.value.asOf ?? given;
  const isGrouped = query.group.length > 0 && at.groups !== "";
  const [groups, totals] = await Promise.all([
    isGrouped ? reportGroups(actor, { ...more(at.groups), asOf }) : null,
    cursor === undefined ? reportTotals(actor, { query, asOf }) : null,
  ]);
  if (groups && !groups.ok) return groups;
  if (totals && !totals.ok) return totals;
  const of = rows?.value ?? groups?.value;
  if (!of) return fail("invalid-request");
  const next = [rows?.value.next ?? "", groups?.value.next ?? ""].join(".");
  return ok({
    asOf: of.asOf,
    from: of.from,
    to: of.to,
    replicaAgeMs: of.replicaAgeMs,
    rows: rows?.value.rows ?? noRows,
    groups: query.group.length > 0 ? (groups?.value.groups ?? noGroups) : null,
    totals: totals?.value ?? null,
    next: next === "." ? null : next,
  });
}

const noRows: ReportRow[] = [];
const noGroups: ReportGroup[] = [];
