"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FigureLegend } from "@/components/charts/figure-legend";
import { Pointed } from "@/components/charts/pointed";
import { StepLines, type StepPoint } from "@/components/charts/step-lines";
import { countFormat, dateFormat } from "@/components/ui/formats";
import { formatTime } from "@/components/ui/moment";
import type { Presence } from "@/lib/reports/chart";
import { type Tick, ticksOf } from "@/lib/reports/ticks";
import { ChartBody } from "./chart-body";

type PresenceChartProps = {
  presence: Presence;
  timeZone: string;
  onFilter: (column: string, values: string[]) => void;
};

const platforms = ["desktop", "mobile"] as const;
const colors = { desktop: "var(--ink-3)", mobile: "var(--accent)" };
const mostTicks = 9;

/** Agents signed in over time: each step where somebody came or went. */
export function PresenceChart({ presence, timeZone, onFilter }: PresenceChartProps) {
  const t = useTranslations("reports");
  const locale = useLocale();
  const [at, setAt] = useState<number | null>(null);
  const { points, stretchMs, untilMs } = presence;
  const range = { fromMs: Date.parse(presence.from), toMs: untilMs };
  const count = (value: number) => countFormat(locale).format(value);
  const time = (ms: number) => formatTime(new Date(ms).toISOString(), { locale, timeZone });
  const date = (ms: number, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone }).format(ms);
  const stamp = (ms: number) =>
    `${date(ms, { weekday: "short", day: "numeric", month: "short", year: "numeric" })} ${time(ms)}`;

  const tickLabel = ({ atMs, unit }: Tick) => {
    if (unit === "hour") return time(atMs);
    if (unit === "day") return date(atMs, { weekday: "short", day: "numeric", month: "short" });
    return date(atMs, { month: "short", year: "numeric" });
  };
  const figure = ([low, high]: readonly [number, number]) =>
    low === high ? count(high) : t("chart.from-to", { low: count(low), high: count(high) });
  const named = (figureOf: (platform: (typeof platforms)[number]) => string) =>
    platforms.map((platform) => `${t(`value.platform.${platform}`)} ${figureOf(platform)}`).join(", ");
  const peak = (platform: (typeof platforms)[number]) =>
    count(points.reduce((most, point) => Math.max(most, point[platform][1]), 0));

  const pointed = at === null ? undefined : points[at];
  const told = (index: number) => {
    const point = points[index];
    return point ? `${stamp(point.atMs)}: ${named((platform) => figure(point[platform]))}` : "";
  };

  return (
    <ChartBody
      summary={`${t("chart.peak")}: ${named(peak)}. ${t("chart.through", { from: stamp(range.fromMs), to: stamp(untilMs) })}`}
      note={stretchMs === null ? t("chart.steps") : t("chart.stretches", lengthOf(stretchMs))}
      legend={
        <FigureLegend
          title={pointed ? stamp(pointed.atMs) : t("chart.peak")}
          entries={platforms.map((platform) => ({
            key: platform,
            label: t(`value.platform.${platform}`),
            color: colors[platform],
            figure: pointed ? figure(pointed[platform]) : peak(platform),
            pick: {
              label: t("chart.only", { label: t(`value.platform.${platform}`) }),
              run: () => onFilter("platform", [platform]),
            },
          }))}
        />
      }
    >
      {(heightPx) => (
        <Pointed
          label={t("chart.along-time")}
          heightPx={heightPx}
          stops={points.map(({ atMs }) => (atMs - range.fromMs) / (untilMs - range.fromMs))}
          at={at}
          sentence={told}
          onPoint={setAt}
        >
          <StepLines
            range={range}
            ticks={ticksOf(range, timeZone, mostTicks).map((tick) => ({
              atMs: tick.atMs,
              label: tickLabel(tick),
            }))}
            series={platforms.map((key) => ({ key, color: colors[key] }))}
            points={points.map(
              ({ atMs, desktop, mobile }): StepPoint => ({ atMs, values: { desktop, mobile } }),
            )}
            format={count}
          />
        </Pointed>
      )}
    </ChartBody>
  );
}

const minuteMs = 60_000;

/** A stretch as it is told: in the largest unit of which it is a whole number. */
function lengthOf(stretchMs: number) {
  const minutes = stretchMs / minuteMs;
  if (minutes % 1440 === 0) return { unit: "days", count: minutes / 1440 };
  if (minutes % 60 === 0) return { unit: "hours", count: minutes / 60 };
  return { unit: "minutes", count: minutes };
}
