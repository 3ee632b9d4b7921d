import { actorOf } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { env } from "@/lib/env";
import { fitterFor } from "@/lib/layouts/catalogue";
import { writeReportMails } from "@/lib/mail/write";
import { formatAddress, parseAddress } from "@/lib/reports/address";
import type { Catalogue } from "@/lib/reports/catalogue";
import { type Export, exportReport } from "@/lib/reports/export";
import { parametersOf } from "@/lib/reports/layout";
import { readCatalogue } from "@/lib/reports/queries";
import { dayAt, presets, rangeOf } from "@/lib/reports/range";
import type { ReportQuery } from "@/lib/reports/schema";
import { type ExportTexts, exportFormats } from "@/lib/reports/sheet";
import { fail, ok } from "@/lib/result";
import type { Run } from "./claim";
import { addressesOf } from "./recipients";
import { Rhythm } from "./rhythm";
import type { WholeSchedule } from "./state";

/** As much as mail servers commonly take, once it is packed for the way. What is larger is linked to. */
export const largestBytes = 10 * 1024 * 1024;
/** Nobody waits so long for a file. */
const longestMs = 15 * 60_000;

export type Making = { words: (catalogue: Catalogue) => ExportTexts; largest: number };

/**
 * Makes the file of a run, as the schedule's owner may see it now, and writes the mails that carry it: in one transaction, unless
 * somebody else has taken the run over.
 */
export async function makeRun(run: Run, schedule: WholeSchedule, { words, largest }: Making) {
  if (!env().SMTP_URL) return fail("no-mail");
  const catalogue = await readCatalogue();
  const query = await queryOf(schedule, run.dueAt, catalogue);
  const format = exportFormats.find((one) => one === schedule.format) ?? "csv";
  const asked = { query, format, texts: words(catalogue), header: true, schedule: schedule.id };
  const made = await exportReport(actorOf(schedule.owner), asked);
  if (!made.ok) return made;
  const { name, type, rows } = made.value;
  const file = await fileOf(made.value, largest);
  if (!file.ok) return file;

  const content = {
    code: "report" as const,
    schedule: schedule.name,
    subject: schedule.subject,
    ...daysOf(schedule.preset, query),
    zone: query.zone,
    rows,
    link: file.value ? null : `/reports/login-logout?${formatAddress(query)}`,
    trial: run.trial,
  };
  await db.$transaction(async (tx) => {
    const [held] = await tx.$queryRaw<{ now: Date }[]>`
      select ledger_now() as now from report_run
      where id = ${run.id}::uuid and attempts = ${run.attempts} and made_at is null and given_up_at is null for update`;
    if (!held) return;
    await tx.reportRun.update({
      where: { id: run.id },
      data: {
        madeAt: held.now,
        failure: null,
        rows,
        ...(file.value && { file: file.value, fileName: name, fileType: type }),
      },
    });
    await writeReportMails(tx, run.id, addressesOf(schedule, run.trial), content);
  });
  return ok(null);
}

/** The layout's report of the days that the schedule means, seen from when it was due. */
async function queryOf(schedule: WholeSchedule, dueAt: Date, catalogue: Catalogue): Promise<ReportQuery> {
  const { zone } = Rhythm.parse(schedule.rhythm);
  const fitted = await fitterFor("login-logout");
  const { content } = fitted(schedule.layout?.content);
  const preset = presets.find((one) => one === schedule.preset) ?? "yesterday";
  const parameters = { ...parametersOf(content), preset, weekStart: String(schedule.weekStart) };
  const { query, faults } = parseAddress(parameters, catalogue, zone);
  if (faults) throw new Error(`a layout is no report: ${JSON.stringify(faults)}`);
  return { ...query, range: rangeOf(preset, query, dueAt) };
}

/** The first and the last day, or the moments of a range that goes by none. */
function daysOf(preset: string, query: ReportQuery) {
  const { range } = query;
  if ("preset" in range) throw new Error("a run is of fixed days");
  const ends = [range.from, new Date(range.to.getTime() - 1)];
  return preset === "shift"
    ? { from: range.from.toISOString(), to: range.to.toISOString() }
    : { from: dayAt(range.from, query).toString(), to: dayAt(ends[1] ?? range.to, query).toString() };
}

/** All pieces in one; null where they are too many for a mail. */
async function fileOf({ pieces, cancel }: Export, largest: number) {
  const until = Date.now() + longestMs;
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const { bytes } of pieces) {
    parts.push(bytes);
    size += bytes.length;
    if (size > largest || Date.now() > until) {
      await cancel();
      return size > largest ? ok(null) : fail("report-too-long");
    }
  }
  return ok(Uint8Array.from(Buffer.concat(parts)));
}
