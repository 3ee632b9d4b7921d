import { Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { Client, escapeLiteral } from "pg";
import { to } from "pg-copy-streams";
import { exportTexts } from "@/app/_edges/report-texts";
import { bootstrapToken as administrator } from "@/lib/auth/actor";
import { stockColumns } from "@/lib/reports/catalogue";
import { exportReport } from "@/lib/reports/export";
import { exportStatement } from "@/lib/reports/export-statement";
import { frameOf } from "@/lib/reports/frame";
import { readCatalogue } from "@/lib/reports/queries";
import { type ReportQuery, reportQuery } from "@/lib/reports/schema";
import type { ExportFormat } from "@/lib/reports/sheet";
import type { Prisma } from "@/prisma/generated/client";
import { firstDay } from "./many-sessions";
import type { Row } from "./table";

/** A million rows as files, beside what Postgres itself takes for the same lines: as a file of `\copy`, by one connection. */
export async function measureExports(days: number): Promise<Row[]> {
  const first = Math.floor(days / 4);
  await exported(await queryOf(first, 1), "csv");
  const idle = process.memoryUsage().rss;
  const query = await queryOf(first, Math.min(74, days - first));
  const csv = await exported(query, "csv");
  const copied = await copy(query);
  const xlsx = await exported(query, "xlsx");
  const megabytes = (bytes: number) => Math.max(0, bytes - idle) / 2 ** 20;
  return [
    { what: "rows of a file", figure: csv.rows, unit: "" },
    { what: "the same lines by `COPY`", figure: csv.rows / copied, unit: "rows/s" },
    { what: "CSV", figure: csv.rows / csv.seconds, unit: "rows/s" },
    { what: "… as a share of `COPY`", figure: copied / csv.seconds, unit: "", wanted: { least: 0.5 } },
    { what: "… memory above idle", figure: megabytes(csv.mostBytes), unit: "MB", wanted: { most: 150 } },
    { what: "XLSX", figure: xlsx.rows / xlsx.seconds, unit: "rows/s", wanted: { least: 20_000 } },
    { what: "… memory above idle", figure: megabytes(xlsx.mostBytes), unit: "MB" },
  ];
}

async function queryOf(day: number, days: number): Promise<ReportQuery> {
  const at = (after: number) =>
    new Date(Date.parse(firstDay) + after * 86_400_000).toISOString().slice(0, 10);
  const columns = [...stockColumns, "platform", "appVersion", "device", "os"];
  return reportQuery(await readCatalogue()).parse({
    from: at(day),
    to: at(day + days),
    zone: "Asia/Tokyo",
    columns,
  });
}

/** From the question to the last byte, which go nowhere; and the most memory that this process has meanwhile. */
async function exported(query: ReportQuery, format: ExportFormat) {
  const texts = exportTexts(await readCatalogue());
  const start = performance.now();
  const made = await exportReport(administrator, { query, format, texts, header: true });
  if (!made.ok) throw new Error(made.code);
  let rows = 0;
  let mostBytes = 0;
  for await (const piece of made.value.pieces) {
    rows = piece.rows;
    mostBytes = Math.max(mostBytes, process.memoryUsage.rss());
  }
  return { rows, mostBytes, seconds: (performance.now() - start) / 1000 };
}

/** How many seconds the same lines take as `\copy` has them, which takes no parameters. */
async function copy(query: ReportQuery): Promise<number> {
  const catalogue = await readCatalogue();
  const statement = { actor: administrator, query, frame: await frameOf(query), catalogue };
  const lines = await exportStatement(statement, exportTexts(catalogue).values, "csv");
  const client = new Client({ connectionString: process.env.DATABASE_URL, options: "-c jit=off" });
  await client.connect();
  const start = performance.now();
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  await pipeline(client.query(to(`copy (${written(lines)}) to stdout`)), nowhere);
  await client.end();
  return (performance.now() - start) / 1000;
}

const written = ({ text, values }: Prisma.Sql) =>
  text.replace(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1]));

function literal(value: unknown): string {
  if (typeof value === "number") return String(value);
  const plain = (one: unknown) => (one instanceof Date ? one.toISOString() : String(one));
  return escapeLiteral(
    Array.isArray(value) ? `{${value.map((one) => JSON.stringify(plain(one))).join(",")}}` : plain(value),
  );
}
