import type { Metadata } from "next";
import { addressWith, type Params } from "@/app/_edges/params";
import { parseAddress } from "@/lib/reports/address";
import { printedReport } from "@/lib/reports/printed";
import { readCatalogue } from "@/lib/reports/queries";
import { pageSession } from "../../../../_edges/actor";
import { exportTexts } from "../../../../_edges/report-texts";
import { localeFor, textsOf } from "../../../../_edges/texts";
import { NoReport } from "../_components/no-rows";
import { PrintBar } from "./_components/print-bar";
import { PrintedTable } from "./_components/printed-table";

const t = textsOf("reports");

export const metadata: Metadata = { title: t("print.title") };

type Props = { searchParams: Promise<Params> };

/** The report as it goes on paper, by the address that its files have. */
export default async function PrintPage({ searchParams }: Props) {
  const { actor, clock } = await pageSession("reports:read");
  const { asOf, ...asked } = await searchParams;
  const catalogue = await readCatalogue();
  const { query, faults } = parseAddress(asked, catalogue, "UTC");
  const at = typeof asOf === "string" && !Number.isNaN(Date.parse(asOf)) ? new Date(asOf) : undefined;
  if (faults) return <NoReport refused={{ code: "invalid-request", faults }} />;
  const report = await printedReport(actor, { query, asOf: at });
  if (!report.ok) return <NoReport refused={{ code: report.code, faults: [] }} />;
  const texts = exportTexts(catalogue);
  const { totals } = report.value;
  return (
    <article className="flex flex-col gap-4 print:gap-2">
      <PrintBar back={`/reports/login-logout?${addressWith(asked)}`} />
      <dl className="grid grid-cols-[max-content_1fr] gap-x-4 gap-y-0.5 text-xs">
        {texts.facts(query, totals).map(([name, text]) => (
          <div key={`${name} ${text}`} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-2">{name}</dt>
            <dd className="num">{text}</dd>
          </div>
        ))}
      </dl>
      <PrintedTable
        report={report.value}
        query={query}
        catalogue={catalogue}
        texts={texts}
        reading={{ locale: localeFor(clock), timeZone: query.zone, now: totals.asOf.toISOString() }}
      />
    </article>
  );
}
