"use client";

import { Bar, BarChart, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export type Series = { key: string; label: string; tone: "accent" | "quiet" };

type StackedBarsProps = {
  /** What the chart says, in a sentence: its accessible name. */
  label: string;
  series: readonly Series[];
  /** One bar each: its name, and a figure by the key of each series. */
  bars: readonly { name: string; title: string; values: Readonly<Record<string, number>> }[];
  format: (value: number) => string;
  /** The scale reaches at least so far: a trifle is not to look like much. */
  atLeast: number;
  height?: number;
};

const fills = { accent: "var(--accent)", quiet: "var(--line-field)" };

/** Few bars, few series, no axis of figures: they are on hover. */
export function StackedBars({ label, series, bars, format, atLeast, height = 88 }: StackedBarsProps) {
  return (
    <div role="img" aria-label={label} className="num" style={{ height }}>
      <ResponsiveContainer width="100%" height="100%" initialDimension={{ width: 640, height }}>
        <BarChart
          data={[...bars]}
          accessibilityLayer={false}
          margin={{ top: 4, right: 0, bottom: 0, left: 0 }}
        >
          <XAxis
            dataKey="name"
            height={20}
            tickLine={false}
            axisLine={{ stroke: "var(--line)" }}
            tick={{ fill: "var(--ink-3)", fontSize: 11 }}
            interval="preserveStartEnd"
          />
          <YAxis hide domain={[0, (most: number) => Math.max(most, atLeast)]} />
          <Tooltip
            cursor={{ fill: "var(--hover)" }}
            isAnimationActive={false}
            content={({ active, payload }) => {
              const bar = active ? bars.find((one) => one.name === payload[0]?.payload.name) : undefined;
              return bar ? <Figures bar={bar} series={series} format={format} /> : null;
            }}
          />
          {series.map(({ key, tone }) => (
            <Bar
              key={key}
              dataKey={(bar: StackedBarsProps["bars"][number]) => bar.values[key] ?? 0}
              stackId="all"
              fill={fills[tone]}
              maxBarSize={28}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

type FiguresProps = Pick<StackedBarsProps, "series" | "format"> & { bar: StackedBarsProps["bars"][number] };

function Figures({ bar, series, format }: FiguresProps) {
  return (
    <div className="rounded-md bg-raised px-2.5 py-1.5 shadow-pop">
      <p className="font-medium">{bar.title}</p>
      {series.map(({ key, label }) => (
        <p key={key} className="flex justify-between gap-4 text-ink-2">
          {label} <span className="num text-ink">{format(bar.values[key] ?? 0)}</span>
        </p>
      ))}
    </div>
  );
}

/** Which colour is which. */
export function Legend({ series }: { series: readonly Series[] }) {
  return (
    <ul className="flex gap-4 text-ink-2">
      {series.map(({ key, label, tone }) => (
        <li key={key} className="flex items-center gap-1.5">
          <span aria-hidden className="h-2 w-3 rounded-sm" style={{ background: fills[tone] }} />
          {label}
        </li>
      ))}
    </ul>
  );
}
