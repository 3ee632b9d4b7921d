import type { Actor } from "@/lib/auth/actor";
import { reportBars } from "./bars";
import { chartOf } from "./chart";
import { reportEndings } from "./endings";
import { reportPresence } from "./presence";
import type { ReportQuery } from "./schema";

/** More steps than that are finer than a screen is. */
export const mostSteps = 1500;

/** `asOf`: the moment of the rows that the chart is to agree with. */
type Asked = { query: ReportQuery; asOf?: Date | undefined };

/** The chart above a report. */
export async function reportChart(actor: Actor, { query, asOf }: Asked) {
  const choice = chartOf(query.group);
  switch (choice.kind) {
    case "presence":
      return reportPresence(actor, { query, most: mostSteps, asOf });
    case "bars":
      return reportBars(actor, { query, column: choice.column, asOf });
    case "days":
      return reportEndings(actor, { query, column: choice.column, asOf });
  }
}
