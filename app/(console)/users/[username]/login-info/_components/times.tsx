"use client";

import clsx from "clsx";
import { useLocale, useTranslations } from "use-intl";
import { percentFormat } from "@/components/ui/formats";
import { Duration } from "@/components/ui/relative-time";
import { StateIcon } from "@/components/ui/state-icon";
import type { HistoryRow } from "./history-row";

const states = ["ready", "busy", "after_call_work", "not_ready", "unknown"] as const;

const fills: Record<(typeof states)[number], string> = {
  ready: "bg-ready",
  busy: "bg-busy",
  after_call_work: "bg-acw",
  not_ready: "bg-notready",
  unknown: "bg-line-field",
};

/** How a session's time falls into states; together they are the whole of it. */
export function Times({ times }: { times: HistoryRow["times"] }) {
  const t = useTranslations();
  const percent = percentFormat(useLocale());
  const whole = states.reduce((sum, state) => sum + times[state], 0);
  const nameOf = (state: (typeof states)[number]) =>
    state === "unknown" ? t("login-info.unknown") : t(`state.${state}`);
  // Unknown time is worth a line only where there is some.
  const shown = states.filter((state) => state !== "unknown" || times.unknown > 0);

  return (
    <div>
      <div aria-hidden className="mb-2 flex h-2 gap-px overflow-hidden rounded-full bg-chip">
        {shown.map((state) => (
          <span key={state} className={fills[state]} style={{ flexGrow: times[state] }} />
        ))}
      </div>
      <table className="w-full">
        <caption className="sr-only">{t("login-info.times")}</caption>
        <tbody>
          {shown.map((state) => (
            <tr key={state} className={clsx(times[state] === 0 && "text-ink-3")}>
              <th scope="row" className="py-0.5 text-left font-normal">
                <span className="flex items-center gap-1.5">
                  {state === "unknown" ? (
                    <span aria-hidden className="mx-1 size-2 rounded-full bg-line-field" />
                  ) : (
                    <StateIcon shape={state} />
                  )}
                  {nameOf(state)}
                </span>
              </th>
              <td className="num w-16 text-right text-ink-2">
                {whole > 0 && percent.format(times[state] / whole)}
              </td>
              <td className="w-20 text-right">
                <Duration hours ms={times[state]} />
              </td>
            </tr>
          ))}
          <tr className="border-line border-t font-medium">
            <th scope="row" className="py-1 text-left font-medium">
              {t("login-info.column.login-time")}
            </th>
            <td />
            <td className="text-right">
              <Duration hours ms={whole} />
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
