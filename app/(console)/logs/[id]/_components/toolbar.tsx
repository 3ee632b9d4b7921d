"use client";

import { useTranslations } from "use-intl";
import { ToggleChip } from "@/components/grid/toggle-chip";
import { LogLevel } from "@/prisma/generated/enums";
import { LogSearch } from "./log-search";
import { TimeJump } from "./time-jump";
import type { Asked } from "./use-log-address";
import type { Matches } from "./use-matches";

type Props = {
  asked: Asked;
  onAsk: (change: Partial<Asked>) => void;
  matches: Matches;
  /** When the lines begin and end; null while there is none that tells its time. */
  span: { from: string; to: string } | null;
  onTime: (at: string) => void;
  /** Whether the reader may know what happened to the agent. */
  mayWatch: boolean;
};

/** What of a log is shown, and how. */
export function Toolbar({ asked, onAsk, matches, span, onTime, mayWatch }: Props) {
  const t = useTranslations("logs.view");
  const { levels, wrap, beside } = asked;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2 border-line border-b px-3 py-2">
      <LogSearch search={asked.search} matches={matches} onSearch={(search) => onAsk({ search })} />
      <fieldset className="flex flex-wrap items-center gap-1.5">
        <legend className="sr-only">{t("levels")}</legend>
        {Object.values(LogLevel).map((level) => (
          <ToggleChip
            key={level}
            label={t(`levels-of.${level}`)}
            pressed={levels.includes(level)}
            onToggle={() =>
              onAsk({
                levels: levels.includes(level) ? levels.filter((one) => one !== level) : [...levels, level],
              })
            }
          />
        ))}
      </fieldset>
      {span && <TimeJump span={span} onTime={onTime} />}
      <div className="ml-auto flex flex-wrap items-center gap-1.5">
        {mayWatch && (
          <ToggleChip label={t("beside")} pressed={beside} onToggle={() => onAsk({ beside: !beside })} />
        )}
        <ToggleChip label={t("wrap")} pressed={wrap} onToggle={() => onAsk({ wrap: !wrap })} />
      </div>
    </div>
  );
}
