"use client";

import { Area, AreaChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { plot } from "./pointed";

export type AreaPoint = { name: string; values: Readonly<Record<string, number>> };

type StackedAreaProps = {
  /** From the bottom up. */
  layers: readonly { key: string; color: string }[];
  points: readonly AreaPoint[];
  format: (value: number) => string;
};

/** Where each of so many points begins to be the nearest one, from 0 to 1. */
export const stopsOf = (points: readonly unknown[]) =>
  points.map((_, index) => Math.max(0, (index - 0.5) / Math.max(1, points.length - 1)));

/** How a whole is made up, and how that changes over time. */
export function StackedArea({ layers, points, format }: StackedAreaProps) {
  const axis = { fill: "var(--ink-3)", fontSize: 11 };
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 200 }}>
      <AreaChart
        data={[...points]}
        accessibilityLayer={false}
        // What lies around it hears of the pointer: its parts take no focus.
        className="pointer-events-none"
        margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
      >
        <XAxis
          dataKey="name"
          height={plot.bottom}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          tick={axis}
          interval="preserveStartEnd"
          minTickGap={40}
        />
        <YAxis
          width={plot.left}
          allowDecimals={false}
          tickLine={false}
          axisLine={false}
          tickFormatter={format}
          tick={axis}
        />
        {layers.map(({ key, color }) => (
          <Area
            key={key}
            dataKey={(point: AreaPoint) => point.values[key] ?? 0}
            stackId="all"
            type="linear"
            stroke={color}
            fill={color}
            fillOpacity={0.75}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </AreaChart>
    </ResponsiveContainer>
  );
}
