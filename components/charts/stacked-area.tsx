"use client";

import { Area, AreaChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export type Layer = { key: string; label: string; color: string };
type Point = { name: string; title: string; values: Readonly<Record<string, number>> };

type StackedAreaProps = {
  /** What the chart says, in a sentence: its accessible name. */
  label: string;
  /** From the bottom up. */
  layers: readonly Layer[];
  points: readonly Point[];
  format: (value: number) => string;
  height?: number;
};

/** How a whole is made up, and how that changes over time. */
export function StackedArea({ label, layers, points, format, height = 200 }: StackedAreaProps) {
  return (
    <div role="img" aria-label={label} className="num" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height }}>
        <AreaChart
          data={[...points]}
          accessibilityLayer={false}
          margin={{ top: 4, right: 8, bottom: 0, left: 0 }}
        >
          <XAxis
            dataKey="name"
            height={20}
            tickLine={false}
            axisLine={{ stroke: "var(--line)" }}
            tick={{ fill: "var(--ink-3)", fontSize: 11 }}
            interval="preserveStartEnd"
            minTickGap={40}
          />
          <YAxis
            width={44}
            allowDecimals={false}
            tickLine={false}
            axisLine={false}
            tickFormatter={format}
            tick={{ fill: "var(--ink-3)", fontSize: 11 }}
          />
          <Tooltip
            isAnimationActive={false}
            cursor={{ stroke: "var(--line-field)" }}
            content={({ active, payload }) => {
              const point = active ? points.find((one) => one.name === payload[0]?.payload.name) : undefined;
              return point ? <Figures point={point} layers={layers} format={format} /> : null;
            }}
          />
          {layers.map(({ key, color }) => (
            <Area
              key={key}
              dataKey={(point: Point) => point.values[key] ?? 0}
              stackId="all"
              type="linear"
              stroke={color}
              fill={color}
              fillOpacity={0.75}
              isAnimationActive={false}
            />
          ))}
        </AreaChart>
      </ResponsiveContainer>
    </div>
  );
}

function Figures({ point, layers, format }: Pick<StackedAreaProps, "layers" | "format"> & { point: Point }) {
  return (
    <div className="rounded-md bg-raised px-2.5 py-1.5 shadow-pop">
      <p className="font-medium">{point.title}</p>
      {layers.toReversed().map(({ key, label }) => (
        <p key={key} className="flex justify-between gap-4 text-ink-2">
          {label} <span className="num text-ink">{format(point.values[key] ?? 0)}</span>
        </p>
      ))}
    </div>
  );
}

/** Which colour is which, the topmost first. */
export function LayerLegend({ layers }: { layers: readonly Layer[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-ink-2">
      {layers.toReversed().map(({ key, label, color }) => (
        <li key={key} className="num flex items-center gap-1.5">
          <span aria-hidden className="h-2 w-3 rounded-sm" style={{ background: color }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
