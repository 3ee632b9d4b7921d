import { moment, reportRoute } from "@/app/_edges/report-route";
import { reportChart } from "@/lib/reports/drawing";

/** The chart above the report, by the report's own address. */
export const GET = reportRoute({ asOf: moment }, reportChart);
