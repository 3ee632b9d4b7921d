import { z } from "zod";
import { moment, reportRoute, within } from "@/app/_edges/report-route";
import { mostGroupsAtOnce, reportGroups } from "@/lib/reports/groups";
import { GroupPath } from "@/lib/reports/path";

const limit = z.coerce.number().int().min(1).max(mostGroupsAtOnce).default(200);
const cursor = z.string().max(4096).optional();

/** The groups of the report, or those within one of them: one level at a time. */
export const GET = reportRoute({ limit, cursor, within: within(GroupPath), asOf: moment }, (actor, asked) =>
  reportGroups(actor, { ...asked, levels: 1 }),
);
