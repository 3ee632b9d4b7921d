import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { reportGroups } from "./groups";
import type { AsOf, ReportGroup } from "./row";
import type { ReportQuery } from "./schema";

// Each page is worked out anew: as few of them as memory allows.
const pageOf = 20_000;

/** What a chart is drawn from: the groups by some columns at the innermost level, as the report itself has them. */
export async function everyGroup(actor: Actor, query: ReportQuery, group: readonly string[], asOf?: Date) {
  const asked: ReportQuery = { ...query, group: [...group], columns: ["loginTime"], sort: [] };
  const groups: ReportGroup[] = [];
  let cursor: string | undefined;
  let moment: AsOf;
  do {
    const page = await reportGroups(actor, { query: asked, limit: pageOf, cursor, asOf });
    if (!page.ok) return page;
    groups.push(...page.value.groups.filter(({ path }) => path.length === group.length));
    moment = page.value;
    cursor = page.value.next ?? undefined;
  } while (cursor !== undefined);
  const { asOf: read, from, to, replicaAgeMs } = moment;
  return ok({ groups, moment: { asOf: read, from, to, replicaAgeMs } });
}
