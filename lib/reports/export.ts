import { audit, byRule } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { ok } from "@/lib/result";
import { csvFile } from "./csv-file";
import { exportedColumns, exportStatement } from "./export-statement";
import { type Frame, frameOf } from "./frame";
import { groupTable } from "./group-table";
import { openLines } from "./lines";
import { mostPrinted } from "./printed";
import { readCatalogue } from "./queries";
import { dayAt } from "./range";
import type { ReportTotals } from "./row";
import { workedOut } from "./run";
import type { ReportQuery } from "./schema";
import type { ExportFormat, ExportTexts, Piece, Sheet } from "./sheet";
import type { Statement } from "./statement";
import { reportTotals } from "./totals";
import { xlsxFile } from "./xlsx-file";

export const mediaTypes: Record<ExportFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
};

/** Nobody waits so long for a file. */
const longestMs = 30 * 60_000;

/**
 * `asOf`: the moment of the page that the file is to agree with. `header`: whether it says what it is of and what it comes to, or
 * has its rows alone. `schedule`: by which it is made, and by nobody's hand.
 */
type Asked = {
  query: ReportQuery;
  format: ExportFormat;
  texts: ExportTexts;
  header: boolean;
  asOf?: Date | undefined;
  schedule?: string | undefined;
};

/** A file that is being made. Whoever takes no more of its pieces cancels it. */
export type Export = {
  name: string;
  type: string;
  rows: number;
  pieces: AsyncGenerator<Piece>;
  cancel: () => Promise<void>;
};

/** All rows of a report as a file, piece by piece. It is in the audit log before its first one. */
export async function exportReport(actor: Actor, { query, format, texts, header, asOf, schedule }: Asked) {
  authorize(actor, "reports:read");
  return workedOut(async () => {
    const frame = await frameOf(query, asOf);
    const statement = { actor, query, frame, catalogue: await readCatalogue() };
    const lines = await openLines(await exportStatement(statement, texts.values, format));
    try {
      const sums = await reportTotals(actor, { query, asOf: frame.asOf });
      if (!sums.ok) {
        await lines.close();
        return sums;
      }
      const totals = sums.value;
      const columns = exportedColumns(statement).map((column) => ({
        id: column.id,
        type: column.type,
        head: texts.head(column),
      }));
      const beside = header ? await besideOf(actor, statement, totals, texts) : null;
      const sheet: Sheet = { texts, columns, beside };
      await lines.ready();
      await record(actor, { query, format, totals, schedule });
      const timer = setTimeout(lines.close, longestMs).unref();
      const cancel = async () => {
        clearTimeout(timer);
        await lines.close();
      };
      const made: Export = {
        name: `${nameOf(query, frame)}.${format}`,
        type: mediaTypes[format],
        rows: totals.rows,
        pieces: closing(format === "csv" ? csvFile(lines, sheet) : xlsxFile(lines, sheet), cancel),
        cancel,
      };
      return ok(made);
    } catch (error) {
      await lines.close();
      throw error;
    }
  });
}

/** A file is made without the groups whose sums take too long, and says so. */
async function besideOf(actor: Actor, statement: Statement, totals: ReportTotals, texts: ExportTexts) {
  const groups = await groupTable(actor, statement, texts);
  const facts = [...texts.facts(statement.query, totals)];
  if (!groups.ok) facts.push(texts.noGroups);
  else if (groups.value?.more) facts.push(texts.moreGroups(mostPrinted));
  return { facts, groups: groups.ok ? groups.value : null, totals: totals.values };
}

/** Ends what the pieces come from after the last one, or where one fails. */
async function* closing(pieces: AsyncGenerator<Piece>, close: () => Promise<void>): AsyncGenerator<Piece> {
  try {
    yield* pieces;
  } finally {
    await close();
  }
}

/** By which columns it is filtered, not by whose names: people are named in one place only. */
const record = (
  actor: Actor,
  {
    query,
    format,
    totals,
    schedule,
  }: Pick<Asked, "query" | "format" | "schedule"> & { totals: ReportTotals },
) =>
  db.$transaction((tx) =>
    audit(tx, schedule === undefined ? actor : byRule, {
      verb: "report.export",
      subject: "login-logout",
      changes: {
        format,
        from: totals.from.toISOString(),
        to: totals.to.toISOString(),
        asOf: totals.asOf.toISOString(),
        zone: query.zone,
        edges: query.edges,
        days: query.days,
        columns: query.columns,
        filters: query.filters.map(({ column }) => column),
        rows: totals.rows,
        ...(schedule !== undefined && { schedule, owner: actor.id }),
      },
    }),
  );

/** By the first and the last day. */
function nameOf(query: ReportQuery, { from, to }: Frame) {
  const days = [from, new Date(to.getTime() - 1)].map((at) => dayAt(at, query).toString());
  return ["agent-login-logout", ...new Set(days)].join("_");
}
