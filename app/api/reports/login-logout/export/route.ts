import { z } from "zod";
import { problem } from "@/app/_edges/answers";
import { exportStream, fileHeaders } from "@/app/_edges/export-stream";
import { moment, reportFileRoute } from "@/app/_edges/report-route";
import { exportTexts } from "@/app/_edges/report-texts";
import { exportReport } from "@/lib/reports/export";
import { framedType, frameOfPiece, lastFrame } from "@/lib/reports/pieces-framed";
import { exportFormats } from "@/lib/reports/sheet";

const format = z.enum(exportFormats);
const header = z.enum(["true", "false"]).default("true");

/** A file of the report for its page, in frames that tell how far it is. */
export const GET = reportFileRoute(
  { format, header, asOf: moment },
  async (actor, { asked: { query, format, header, asOf }, catalogue, request }) => {
    const wanted = { query, format, texts: exportTexts(catalogue), header: header === "true", asOf };
    const file = await exportReport(actor, wanted);
    if (!file.ok) return problem(file.code);
    const { name, rows } = file.value;
    const body = exportStream(file.value, request.signal, { framed: frameOfPiece, last: lastFrame });
    return new Response(body, {
      headers: { ...fileHeaders({ name, type: framedType }), "x-rows": String(rows) },
    });
  },
);
