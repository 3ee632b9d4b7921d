"use client";

import { useLocale, useTranslations } from "use-intl";
import { type BarRow, BarRows } from "@/components/charts/bar-rows";
import { formatDuration } from "@/components/ui/duration";
import { countFormat } from "@/components/ui/formats";
import type { Bars } from "@/lib/reports/chart";
import { chartHeight } from "./chart-height";

type BarsChartProps = Omit<Bars, "kind"> & { onFilter: (column: string, values: string[]) => void };
type Amounts = { rows: number; ms: number };

const hourMs = 3_600_000;

/** Sessions and hours by what a column is, the most first. */
export function BarsChart({ column, bars, others, days, onFilter }: BarsChartProps) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const count = (value: number) => countFormat(locale).format(value);
  const mostRows = Math.max(...bars.map(({ rows }) => rows), others?.rows ?? 0, 1);
  const mostMs = Math.max(...bars.map(({ ms }) => ms), others?.ms ?? 0, 1);
  const measures = [
    { label: t(`chart.rows.${days}`), color: "var(--accent)" },
    { label: t("chart.hours"), color: "var(--line-field)" },
  ];
  const figures = ({ rows, ms }: Amounts) => [
    { text: count(rows), share: rows / mostRows },
    { text: t("chart.hours-of", { hours: count(roughly(ms / hourMs)) }), share: ms / mostMs },
  ];
  const exactly = ({ rows, ms }: Amounts) =>
    `${count(rows)} ${t(`chart.rows.${days}`)}, ${formatDuration(ms, true)}`;

  const rows: BarRow[] = bars.map((bar) => {
    const label = bar.label ?? t("value.none");
    return {
      key: bar.value,
      label,
      figures: figures(bar),
      title: `${label}: ${exactly(bar)}`,
      pick: {
        label: t("chart.only", { label }),
        run: () => onFilter(column, [bar.value]),
      },
    };
  });
  if (others)
    rows.push({
      key: "\0others",
      label: t("chart.others", { count: others.values }),
      figures: figures(others),
      title: exactly(others),
      pick: null,
    });

  return <BarRows measures={measures} rows={rows} heightPx={chartHeight} />;
}

/** Hours as they are compared: the last digits of many are of no use. */
const roughly = (hours: number) => (hours < 100 ? Math.round(hours * 10) / 10 : Math.round(hours));
