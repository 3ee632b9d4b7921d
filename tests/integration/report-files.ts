import { read, utils, type WorkBook } from "@e965/xlsx";
import { parse } from "csv-parse/sync";
import { exportTexts } from "@/app/_edges/report-texts";
import { bootstrapToken } from "@/lib/auth/actor";
import { exportReport } from "@/lib/reports/export";
import { readCatalogue } from "@/lib/reports/queries";
import type { ReportQuery } from "@/lib/reports/schema";
import type { ExportFormat } from "@/lib/reports/sheet";

type Given = { header?: boolean; asOf?: Date; actor?: typeof bootstrapToken };

/** A whole export, as bytes. */
export async function exported(query: ReportQuery, format: ExportFormat, given: Given = {}): Promise<Buffer> {
  const { header = false, asOf, actor = bootstrapToken } = given;
  const texts = exportTexts(await readCatalogue());
  const made = await exportReport(actor, { query, format, texts, header, asOf });
  if (!made.ok) throw new Error(made.code);
  const parts: Uint8Array[] = [];
  let rows = 0;
  for await (const piece of made.value.pieces) {
    parts.push(piece.bytes);
    rows = piece.rows;
  }
  if (rows !== made.value.rows) throw new Error(`${rows} rows of ${made.value.rows}`);
  return Buffer.concat(parts);
}

/** By another parser than the one that Rollcall reads CSV with: every line has as many cells. */
export const csvRows = (file: Buffer): string[][] => parse(file, { bom: true, record_delimiter: "\r\n" });

/** By a library that has nothing to do with how it was written. */
export const workbook = (file: Buffer): WorkBook => read(file, { cellNF: true, cellText: true });

export const sheetRows = (book: WorkBook, name: string): (string | number | null)[][] =>
  utils.sheet_to_json(book.Sheets[name] ?? {}, { header: 1, defval: null, raw: true });
