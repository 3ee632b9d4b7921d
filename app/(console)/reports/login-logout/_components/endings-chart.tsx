"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FigureLegend } from "@/components/charts/figure-legend";
import { Pointed } from "@/components/charts/pointed";
import { StackedColumns } from "@/components/charts/stacked-columns";
import { countFormat, dateFormat } from "@/components/ui/formats";
import type { Endings } from "@/lib/reports/chart";
import { ChartBody } from "./chart-body";
import { endingColor, endingOrder } from "./ending-look";

type EndingsChartProps = {
  endings: Endings;
  onFilter: (column: string, values: string[]) => void;
};

const dayFormats = {
  day: { short: { day: "numeric", month: "short" }, long: { dateStyle: "full" } },
  week: { short: { day: "numeric", month: "short" }, long: { dateStyle: "long" } },
  month: { short: { month: "short", year: "2-digit" }, long: { month: "long", year: "numeric" } },
} as const satisfies Record<Endings["every"], Record<"short" | "long", Intl.DateTimeFormatOptions>>;

/** How sessions ended, by day. */
export function EndingsChart({
  endings: { column, every, days, values, bars },
  onFilter,
}: EndingsChartProps) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const [at, setAt] = useState<number | null>(null);
  const count = (value: number) => countFormat(locale).format(value);
  const text = (key: string) => t(key as Parameters<typeof t>[0]);
  const labelOf = (value: string) =>
    value === "" ? t("chart.still-open") : text(`value.${column}.${value}`);
  // A day of a calendar has no zone: as midnight in UTC it is written as what it is.
  const written = (day: string, length: "short" | "long") =>
    dateFormat(locale, { ...dayFormats[every][length], timeZone: "UTC" }).format(Date.parse(day));
  const titleOf = (day: string) =>
    every === "week" ? t("chart.week-of", { day: written(day, "long") }) : written(day, "long");

  const shown = endingOrder(column).filter((value) => values.includes(value));
  const total = (value: string) => bars.reduce((sum, { counts }) => sum + (counts[value] ?? 0), 0);
  const pointed = at === null ? undefined : bars[at];
  const figuresOf = (figure: (value: string) => number) =>
    shown
      .filter((value) => figure(value) > 0)
      .map((value) => `${labelOf(value)} ${count(figure(value))}`)
      .join(", ");
  const told = (index: number) => {
    const bar = bars[index];
    if (!bar) return "";
    return `${titleOf(bar.day)}: ${figuresOf((value) => bar.counts[value] ?? 0) || t("chart.nothing")}`;
  };

  return (
    <ChartBody
      summary={`${t(`chart.rows.${days}`)}: ${figuresOf(total)}`}
      note={t(`chart.counted.${days}`)}
      legend={
        <FigureLegend
          title={pointed ? titleOf(pointed.day) : t("chart.whole")}
          // As they lie above one another.
          entries={shown.toReversed().map((value) => ({
            key: value,
            label: labelOf(value),
            color: endingColor(value),
            figure: count(pointed ? (pointed.counts[value] ?? 0) : total(value)),
            pick: {
              label: t("chart.only", { label: labelOf(value) }),
              run: () => onFilter(column, [value]),
            },
          }))}
        />
      }
    >
      {(heightPx) => (
        <Pointed
          label={t(`chart.along.${every}`)}
          heightPx={heightPx}
          stops={bars.map((_, index) => index / bars.length)}
          at={at}
          sentence={told}
          onPoint={setAt}
        >
          <StackedColumns
            series={shown.map((value) => ({
              key: value,
              color: endingColor(value),
              onPick: () => onFilter(column, [value]),
            }))}
            columns={bars.map(({ day, counts }) => ({ name: written(day, "short"), values: counts }))}
            format={count}
          />
        </Pointed>
      )}
    </ChartBody>
  );
}
