"use client";

import { Area, ComposedChart, Line, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { plot } from "./pointed";
import type { TimeRange } from "./span-track";

export type StepSeries = { key: string; color: string };
type LowHigh = readonly [number, number];
/** Each holds until the next one. */
export type StepPoint = { atMs: number; values: Readonly<Record<string, LowHigh>> };

type StepLinesProps = {
  range: TimeRange;
  ticks: readonly { atMs: number; label: string }[];
  series: readonly StepSeries[];
  points: readonly StepPoint[];
  format: (value: number) => string;
};

const none: LowHigh = [0, 0];

/** Counts that jump: a line of what is most, and a shade down to what is fewest. */
export function StepLines({ range, ticks, series, points, format }: StepLinesProps) {
  const last = points.at(-1);
  const data = last ? [...points, { ...last, atMs: range.toMs }] : [];
  const labels = new Map(ticks.map(({ atMs, label }) => [atMs, label]));
  const spread = points.some(({ values }) => Object.values(values).some(([low, high]) => low < high));
  const axis = { fill: "var(--ink-3)", fontSize: 11 };

  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 160 }}>
      <ComposedChart
        data={data}
        accessibilityLayer={false}
        margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
      >
        <XAxis
          dataKey="atMs"
          type="number"
          domain={[range.fromMs, range.toMs]}
          ticks={ticks.map(({ atMs }) => atMs)}
          tickFormatter={(atMs: number) => labels.get(atMs) ?? ""}
          height={plot.bottom}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          tick={axis}
          minTickGap={12}
        />
        <YAxis
          width={plot.left}
          allowDecimals={false}
          tickCount={4}
          tickLine={false}
          axisLine={false}
          tickFormatter={format}
          tick={axis}
        />
        {spread &&
          series.map(({ key, color }) => (
            <Area
              key={`${key} shade`}
              dataKey={(point: StepPoint) => [...(point.values[key] ?? none)]}
              type="stepAfter"
              stroke="none"
              fill={color}
              fillOpacity={0.22}
              isAnimationActive={false}
            />
          ))}
        {series.map(({ key, color }) => (
          <Line
            key={key}
            dataKey={(point: StepPoint) => (point.values[key] ?? none)[1]}
            type="stepAfter"
            stroke={color}
            strokeWidth={1.5}
            dot={false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </ComposedChart>
    </ResponsiveContainer>
  );
}
