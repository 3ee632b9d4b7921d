import { problem } from "@/app/_edges/answers";
import { exportStream, fileHeaders } from "@/app/_edges/export-stream";
import { invalid } from "@/app/_edges/issues";
import { exportTexts } from "@/app/_edges/report-texts";
import { route } from "@/app/_edges/route";
import { db } from "@/lib/db";
import { parseAddress } from "@/lib/reports/address";
import { exportReport, mediaTypes } from "@/lib/reports/export";
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
    files: {
      "text/csv": "With `format=csv`: all rows, times by the clock of the zone.",
      [mediaTypes.xlsx]: "With `format=xlsx`: a workbook with all rows and their totals.",
    },
    refuses: ["report-too-long", "report-queue-full"],
  },
  async (actor, { query: { limit, cursor, asOf, format, header } }, request) => {
    const [catalogue, { timeZone }] = await Promise.all([readCatalogue(), readSettings(db)]);
    const asked = parseAddress(reportAddress(new URL(request.url)), catalogue, timeZone);
    if (!asked.query) return invalid(asked.faults);
    const moment = asOf === undefined ? undefined : new Date(asOf);
    if (format !== "json") {
      const texts = exportTexts(catalogue);
      const wanted = { query: asked.query, format, texts, header: header === "true", asOf: moment };
      const file = await exportReport(actor, wanted);
      if (!file.ok) return problem(file.code);
      return new Response(exportStream(file.value, request.signal), { headers: fileHeaders(file.value) });
    }
    const page = await reportPage(actor, { query: asked.query, limit, cursor, asOf: moment });
    if (page.ok) return ok(reportJson(page.value, asked.query));
    return page.code === "invalid-request" ? problem(page.code, badCursor) : page;
  },
);
