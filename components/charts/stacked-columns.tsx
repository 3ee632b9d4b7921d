"use client";

import { Bar, BarChart, ResponsiveContainer, XAxis, YAxis } from "recharts";
import { plot } from "./pointed";

export type StackedColumn = { name: string; values: Readonly<Record<string, number>> };

type StackedColumnsProps = {
  /** From the bottom up. */
  series: readonly { key: string; color: string; onPick: () => void }[];
  columns: readonly StackedColumn[];
  format: (value: number) => string;
};

/** Many columns of several parts each, over an axis of figures. A part can be chosen. */
export function StackedColumns({ series, columns, format }: StackedColumnsProps) {
  const axis = { fill: "var(--ink-3)", fontSize: 11 };
  return (
    <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height: 160 }}>
      <BarChart
        data={[...columns]}
        accessibilityLayer={false}
        barCategoryGap="15%"
        margin={{ top: plot.top, right: plot.right, bottom: 0, left: 0 }}
      >
        <XAxis
          dataKey="name"
          height={plot.bottom}
          tickLine={false}
          axisLine={{ stroke: "var(--line)" }}
          tick={axis}
          interval="equidistantPreserveStart"
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
        {series.map(({ key, color, onPick }) => (
          <Bar
            key={key}
            dataKey={(column: StackedColumn) => column.values[key] ?? 0}
            stackId="all"
            fill={color}
            // Parts of like colours are told apart by an edge.
            stroke="var(--panel)"
            strokeWidth={0.5}
            maxBarSize={36}
            className="cursor-pointer"
            isAnimationActive={false}
            onClick={onPick}
          />
        ))}
      </BarChart>
    </ResponsiveContainer>
  );
}
