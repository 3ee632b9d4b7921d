"use client";

import clsx from "clsx";
import { ChevronDown, ChevronRight } from "lucide-react";
import { useId } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import type { ErrorCode } from "@/lib/errors";
import { chartOf, type ReportChart } from "@/lib/reports/chart";
import { BarsChart } from "./bars-chart";
import { chartHeight } from "./chart-height";
import { EndingsChart } from "./endings-chart";
import { PresenceChart } from "./presence-chart";
import { chartAddress, useChart } from "./use-chart";
import { useFolded } from "./use-folded";

type ReportChartsProps = {
  /** The report's address, as its API takes it. */
  query: string;
  /** Of which moment the rows are; null until they have come. */
  asOf: string | null;
  group: readonly string[];
  timeZone: string;
  /** Values as an address filters by them; none is `""`. */
  onFilter: (column: string, values: string[]) => void;
  /** As the browser's cookie has it, for the first paint. */
  folded?: boolean;
};

/** What the report's rows come to, in a picture that goes by what they are grouped by. */
export function ReportCharts({
  query,
  asOf,
  group,
  timeZone,
  onFilter,
  folded: atFirst = false,
}: ReportChartsProps) {
  const t = useTranslations("reports.chart");
  const id = useId();
  const { folded, fold } = useFolded(atFirst);
  const { chart, code, loading, again } = useChart(chartAddress({ report: query, asOf, group }), { folded });
  const title = useTitle();
  const Chevron = folded ? ChevronRight : ChevronDown;

  return (
    <Card flush aria-label={t("label")}>
      <h2>
        <button
          type="button"
          aria-expanded={!folded}
          aria-controls={folded ? undefined : id}
          onClick={() => fold(!folded)}
          className="flex h-9 w-full items-center gap-1.5 px-3 text-left font-semibold hover:bg-hover focus-visible:-outline-offset-2"
        >
          <Chevron aria-hidden className="size-3.5 text-ink-3" />
          {title(chart ?? chartOf(group))}
        </button>
      </h2>
      {!folded && (
        <div id={id} aria-busy={loading} className="px-3 pb-3">
          <div
            className={clsx(
              "transition-opacity motion-reduce:transition-none max-sm:h-auto! max-sm:min-h-43",
              loading && "opacity-45",
            )}
            style={{ height: chartHeight }}
          >
            {chart ? (
              <Picture key={chart.kind} chart={chart} timeZone={timeZone} onFilter={onFilter} />
            ) : code && !loading ? (
              <Failed code={code} again={again} />
            ) : (
              <div className="h-full animate-pulse rounded-md bg-sunken motion-reduce:animate-none">
                <span className="sr-only">{t("loading")}</span>
              </div>
            )}
          </div>
        </div>
      )}
    </Card>
  );
}

type PictureProps = Pick<ReportChartsProps, "timeZone" | "onFilter"> & { chart: ReportChart };

function Picture({ chart, ...rest }: PictureProps) {
  const t = useTranslations("reports.chart");
  if (isEmpty(chart))
    return (
      <div className="grid h-full place-content-center text-center">
        <p className="font-medium">{t("empty")}</p>
        <p className="text-ink-2">{t("widen")}</p>
      </div>
    );
  switch (chart.kind) {
    case "presence":
      return <PresenceChart presence={chart} {...rest} />;
    case "bars":
      return <BarsChart {...chart} onFilter={rest.onFilter} />;
    case "days":
      return <EndingsChart endings={chart} onFilter={rest.onFilter} />;
  }
}

function isEmpty(chart: ReportChart) {
  if (chart.kind === "bars") return chart.bars.length === 0;
  if (chart.kind === "days") return chart.values.length === 0;
  return chart.points.every(({ desktop, mobile }) => desktop[1] + mobile[1] === 0);
}

function Failed({ code, again }: { code: ErrorCode; again: () => void }) {
  const t = useTranslations();
  return (
    <div role="alert" className="grid h-full place-content-center justify-items-center gap-2 text-center">
      <p className="font-medium">{t("reports.chart.failed")}</p>
      <p className="max-w-lg text-balance text-ink-2">{t(`problem.${code}`)}</p>
      <Button size="sm" onClick={again}>
        {t("reports.chart.again")}
      </Button>
    </div>
  );
}

/** What a chart is of. Until there is one, endings are those of days. */
function useTitle() {
  const t = useTranslations("reports");
  return (of: ReportChart | ReturnType<typeof chartOf>): string => {
    if (of.kind === "presence") return t("chart.title.presence");
    const column = t(`column.${of.column}`);
    if (of.kind === "bars") return t("chart.title.bars", { column });
    return t(`chart.title.${"every" in of ? of.every : "day"}`, { column });
  };
}
