import type { Actor } from "@/lib/auth/actor";
import { reportBars } from "./bars";
import { chartOf } from "./chart";
import { reportEndings } from "./endings";
import { reportPresence } from "./presence";
import type { ReportQuery } from "./schema";

/** More steps than that are finer than a screen is. */
export const mostSteps = 1500;

/** The chart above a report. */
export async function reportChart(actor: Actor, query: ReportQuery) {
  const choice = chartOf(query.group);
  switch (choice.kind) {
    case "presence":
      return reportPresence(actor, { query, most: mostSteps });
    case "bars":
      return reportBars(actor, { query, column: choice.column });
    case "days":
      return reportEndings(actor, { query, column: choice.column });
  }
}
