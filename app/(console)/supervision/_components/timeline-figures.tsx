"use client";

import clsx from "clsx";
import type { ReactNode } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatDuration } from "@/components/ui/duration";
import { countFormat, percentFormat } from "@/components/ui/formats";
import { StateIcon } from "@/components/ui/state-icon";
import type { DayFigures } from "@/lib/agents/timeline";
import { stateLook } from "./state-look";

const states = [
  ["busy", "busyMs"],
  ["after_call_work", "afterCallWorkMs"],
  ["ready", "readyMs"],
  ["not_ready", "notReadyMs"],
] as const;

const sumOf = (figures: DayFigures) =>
  states.reduce((sum, [, of]) => sum + figures[of], 0) + figures.unknownMs;

/** What the day comes to: the figures of the grid, for any day. */
export function TimelineFigures({ figures }: { figures: DayFigures }) {
  const t = useTranslations("timeline");
  const locale = useLocale();
  const count = countFormat(locale);
  const percent = percentFormat(locale);
  const { occupancy, avgHandleMs, handledIn, handledOut } = figures;
  return (
    <dl
      aria-label={t("figures")}
      className="grid grid-cols-2 gap-x-4 gap-y-2 rounded-lg border border-line bg-panel px-4 py-2.5 sm:grid-cols-5"
    >
      <Figure label={t("figure.login")} value={formatDuration(sumOf(figures), true)} />
      <Figure label={t("figure.occupancy")} value={occupancy === null ? "–" : percent.format(occupancy)} />
      <Figure label={t("figure.handledIn")} value={count.format(handledIn)} />
      <Figure label={t("figure.handledOut")} value={count.format(handledOut)} />
      <Figure
        label={t("figure.avgHandle")}
        value={avgHandleMs === null ? "–" : formatDuration(avgHandleMs)}
      />
    </dl>
  );
}

function Figure({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div className="flex min-w-0 flex-col-reverse">
      <dt className="truncate text-ink-2">{label}</dt>
      <dd className="num font-semibold text-lg tracking-tight">{value}</dd>
    </div>
  );
}

/** Which bar is which state, and how long each was. */
export function TimelineTotals({ figures }: { figures: DayFigures }) {
  const t = useTranslations();
  const percent = percentFormat(useLocale());
  const whole = sumOf(figures);
  const lines = [
    ...states.map(([state, of]) => ({
      state,
      ms: figures[of],
      label: t(`state.${state}`),
      icon: <StateIcon shape={state} />,
    })),
    // Worth a line only where there is some.
    ...(figures.unknownMs > 0
      ? [{ state: "unknown" as const, ms: figures.unknownMs, label: t("timeline.unknown"), icon: null }]
      : []),
  ];
  return (
    <dl
      aria-label={t("timeline.totals")}
      className="grid grid-cols-2 gap-x-4 gap-y-3 sm:grid-cols-[repeat(auto-fill,minmax(8rem,1fr))]"
    >
      {lines.map(({ state, ms, label, icon }) => (
        <div key={state} className={clsx("relative min-w-0 pl-4.5", ms === 0 && "text-ink-3")}>
          <dt className="flex items-center gap-1.5">
            <span aria-hidden className="absolute top-0 left-0 flex h-4.5 w-2.5 items-end">
              <span
                className={clsx("w-full rounded-[1px]", stateLook[state].className)}
                style={{ height: `${stateLook[state].height}%` }}
              />
            </span>
            {icon}
            <span className="truncate">{label}</span>
          </dt>
          <dd className="num font-medium">
            {formatDuration(ms, true)}
            {whole > 0 && <span className="ml-1.5 font-normal text-ink-2">{percent.format(ms / whole)}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
