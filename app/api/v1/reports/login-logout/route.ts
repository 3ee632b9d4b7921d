import { problem } from "@/app/_edges/answers";
import { invalid } from "@/app/_edges/issues";
import { route } from "@/app/_edges/route";
import { db } from "@/lib/db";
import { parseAddress } from "@/lib/reports/address";
import { reportPage } from "@/lib/reports/page";
import { readCatalogue } from "@/lib/reports/queries";
import { ok } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import { Report, ReportParams, reportAddress, reportJson } from "../../_shapes/report";

const badCursor = { errors: [{ path: "cursor", message: "is not a cursor of this report" }] };

export const GET = route(
  {
    id: "getLoginLogoutReport",
    summary: "Get the Agent Login/Logout report",
    description:
      "Durations are in milliseconds, percentages shares of 1. A session counts with what lies in the range, or whole. Each column is " +
      "also a filter: `os=iOS 14.8` is that value and `os=` none, several are any of them; `agent=~mar` is every text with that in it; " +
      "`loginTime=3600000..7200000`, `login=2026-11-01T00:00:00Z..` lie between two bounds, one of which may be left out. A value that " +
      "begins with `~` or `=` has another `=` before it. The columns of the centre's own Not Ready reasons are called `reason…`.",
    query: ReportParams,
    needs: "reports:read",
    answer: Report,
    refuses: ["report-too-long", "report-queue-full"],
  },
  async (actor, { query: { limit, cursor, asOf } }, request) => {
    const [catalogue, { timeZone }] = await Promise.all([readCatalogue(), readSettings(db)]);
    const asked = parseAddress(reportAddress(new URL(request.url)), catalogue, timeZone);
    if (!asked.query) return invalid(asked.faults);
    const moment = asOf === undefined ? undefined : new Date(asOf);
    const page = await reportPage(actor, { query: asked.query, limit, cursor, asOf: moment });
    if (page.ok) return ok(reportJson(page.value, asked.query));
    return page.code === "invalid-request" ? problem(page.code, badCursor) : page;
  },
);
