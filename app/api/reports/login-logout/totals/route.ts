import { moment, reportRoute } from "@/app/_edges/report-route";
import { reportTotals } from "@/lib/reports/totals";

/** How many rows the report has and what they come to: asked for apart, so that rows show first. */
export const GET = reportRoute({ asOf: moment }, reportTotals);
