"use client";

import { memo } from "react";
import { useLocale, useTimeZone } from "use-intl";
import type { Placed } from "@/lib/logs/beside";
import { HappeningIcon, useHappeningWords } from "./happening-words";
import { LineTime } from "./line-time";

type Props = {
  happening: Placed;
  index: number;
  tabStop: boolean;
  withDay: boolean;
  measure: (row: HTMLTableRowElement | null) => void;
};

/** Something that happened to the agent, between the lines before and after it. */
export const HappeningRow = memo(function HappeningRow(props: Props) {
  const { happening, index, tabStop, withDay, measure } = props;
  const words = useHappeningWords();
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 1}
      tabIndex={tabStop ? 0 : -1}
      className="bg-sunken align-top font-sans focus-visible:-outline-offset-2"
    >
      <td className="py-px pr-2 text-right">
        <span className="inline-grid h-4.5 place-items-center">
          <HappeningIcon what={happening.what} />
        </span>
      </td>
      <td className="num whitespace-nowrap py-px pr-3 font-mono text-ink-2">
        <LineTime at={happening.at} reader={reader} withDay={withDay} />
      </td>
      <td colSpan={2} className="py-px pr-3 font-medium">
        {words(happening.what)}
      </td>
    </tr>
  );
});
