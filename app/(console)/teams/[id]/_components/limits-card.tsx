"use client";

import { Plus } from "lucide-react";
import { useId, useState } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Limit, mostLimits, repeatedLimits } from "@/lib/teams/limits";
import { LimitRow } from "./limit-row";
import { SettingCard } from "./setting-card";
import { useLimitWords } from "./use-limit-words";
import { useSetting } from "./use-setting";

type Props = { id: string; saved: Limit[]; reasons: string[] };

/** How long people should stay in a state, by state and reason. */
export function LimitsCard({ id, saved, reasons }: Props) {
  const t = useTranslations("team.limits");
  const words = useLimitWords();
  const setting = useSetting(id, "limits", saved, t("done"));
  const limits = setting.value;
  const suggestions = useId();
  const [added, setAdded] = useState<number | null>(null);
  const repeated = repeatedLimits(limits);
  const unfinished = limits.some((limit) => !Limit.safeParse(limit).success);

  function add() {
    // The first that is not there yet, beginning with what centres limit first.
    const usual: Limit[] = [
      { state: "not_ready", reason: reasons[0] ?? null, minutes: 15 },
      { state: "after_call_work", reason: null, minutes: 3 },
      ...reasons.map((reason) => ({ state: "not_ready" as const, reason, minutes: 15 })),
      { state: "not_ready", reason: null, minutes: 60 },
    ];
    const next = usual.find((limit) => repeatedLimits([...limits, limit]).length === repeated.length);
    setting.change([...limits, next ?? { state: "busy", reason: null, minutes: 30 }]);
    setAdded(limits.length);
  }

  return (
    <SettingCard
      title={t("title")}
      subtitle={limits.length > 0 ? t("count", { count: limits.length }) : ""}
      setting={setting}
      theirs={saved.map(words).join("; ") || t("none-short")}
      invalid={(unfinished && t("unfinished")) || (repeated.length > 0 ? t("repeated") : undefined)}
    >
      <p className="text-ink-2">{t(limits.length === 0 ? "none" : "hint")}</p>
      {limits.length > 0 && (
        <ul className="flex flex-col gap-2">
          {limits.map((limit, index) => (
            <LimitRow
              // biome-ignore lint/suspicious/noArrayIndexKey: a limit has no identity but its place while it is edited.
              key={index}
              limit={limit}
              number={index + 1}
              focus={index === added}
              repeated={repeated.includes(index)}
              suggestions={suggestions}
              onChange={(next) => setting.change(limits.with(index, next))}
              onRemove={() => setting.change(limits.toSpliced(index, 1))}
            />
          ))}
        </ul>
      )}
      <datalist id={suggestions}>
        {reasons.map((reason) => (
          <option key={reason} value={reason} />
        ))}
      </datalist>
      {limits.length < mostLimits && (
        <div>
          <Button onClick={add}>
            <Plus aria-hidden className="size-3.5" />
            {t("add")}
          </Button>
        </div>
      )}
    </SettingCard>
  );
}
