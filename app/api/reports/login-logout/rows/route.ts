import { z } from "zod";
import { moment, reportRoute, within } from "@/app/_edges/report-route";
import { GroupPath } from "@/lib/reports/path";
import { mostRows, reportRows } from "@/lib/reports/rows";

const limit = z.coerce.number().int().min(1).max(mostRows).default(200);
const cursor = z.string().max(4096).optional();

/** Rows of the report as it is scrolled: all of them, or those of one group. */
export const GET = reportRoute({ limit, cursor, within: within(GroupPath), asOf: moment }, reportRows);
