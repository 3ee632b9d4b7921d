"use client";

import { X } from "lucide-react";
import { useEffect, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { StateIcon } from "@/components/ui/state-icon";
import type { Limit } from "@/lib/teams/limits";

type LimitRowProps = {
  limit: Limit;
  /** Its place, from 1: what its fields are called by. */
  number: number;
  /** It was just added. */
  focus: boolean;
  /** An earlier row says the same. */
  repeated: boolean;
  /** The id of a list of reasons. */
  suggestions: string;
  onChange: (limit: Limit) => void;
  onRemove: () => void;
};

const states = ["not_ready", "after_call_work", "busy", "ready"] as const;

export function LimitRow({ limit, number, focus, repeated, suggestions, onChange, onRemove }: LimitRowProps) {
  const t = useTranslations("team.limits");
  const stateName = useTranslations("state");
  const row = useRef<HTMLLIElement>(null);

  useEffect(() => {
    if (focus) row.current?.querySelector<HTMLElement>("[role=combobox]")?.focus();
  }, [focus]);

  return (
    <li ref={row} className="flex flex-wrap items-center gap-2 sm:flex-nowrap">
      <Select
        label={t("state", { number })}
        value={limit.state}
        items={states.map((value) => ({
          value,
          label: (
            <span className="flex items-center gap-2">
              <StateIcon shape={value} />
              {stateName(value)}
            </span>
          ),
        }))}
        onChange={(state) =>
          onChange({ ...limit, state, reason: state === "not_ready" ? limit.reason : null })
        }
        className="sm:w-44! shrink-0"
      />
      <div className="min-w-24 flex-1">
        {limit.state === "not_ready" && (
          <Input
            aria-label={t("reason", { number })}
            list={suggestions}
            value={limit.reason ?? ""}
            placeholder={t("any-reason")}
            maxLength={64}
            autoComplete="off"
            aria-invalid={repeated}
            onChange={({ target }) => onChange({ ...limit, reason: target.value || null })}
          />
        )}
      </div>
      <span className="flex shrink-0 items-center gap-1.5 text-ink-2">
        <Input
          type="number"
          inputMode="numeric"
          aria-label={t("minutes", { number })}
          min={1}
          max={1440}
          value={Number.isNaN(limit.minutes) ? "" : limit.minutes}
          onChange={({ target }) => onChange({ ...limit, minutes: target.valueAsNumber })}
          className="num w-19! text-right"
        />
        {t("unit")}
      </span>
      <Button variant="ghost" size="icon" aria-label={t("remove", { number })} onClick={onRemove}>
        <X aria-hidden className="size-3.5" />
      </Button>
    </li>
  );
}
