"use client";

import { useEffect, useState } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { AgentRow } from "@/lib/agents/row";
import { longestReason } from "@/lib/seats/schema";
import { readReasons } from "../actions";

type Props = { agents: readonly AgentRow[]; missing: boolean; onChange: (reason: string) => void };

// No reason begins with a space.
const own = " own";

/** Why agents are set to Not Ready: one of what all their teams are offered, or in other words. */
export function NotReadyReason({ agents, missing, onChange }: Props) {
  const t = useTranslations("force");
  const [reasons, setReasons] = useState<readonly string[] | null>(null);
  const [chosen, setChosen] = useState("");
  const [teamIds] = useState(() => [...new Set(agents.map(({ teamId }) => teamId))]);

  useEffect(() => {
    let stale = false;
    void reached(readReasons({ teamIds })).then((result) => {
      // Where nothing can be offered, there are still one's own words.
      if (!stale) setReasons(result.ok ? result.value : []);
    });
    return () => {
      stale = true;
    };
  }, [teamIds]);

  const inOwnWords = chosen === own || reasons?.length === 0;
  const error = missing && t("reason-missing-not_ready");
  return (
    <div className="flex flex-col gap-3">
      {reasons?.length !== 0 && (
        <Field
          label={t("reason")}
          description={t("reason-hint-not_ready")}
          error={!inOwnWords && error}
          required
        >
          <Select
            items={[...(reasons ?? []), own].map((value) => ({
              value,
              label: value === own ? t("own-reason") : value,
            }))}
            value={chosen}
            onChange={(value) => {
              setChosen(value);
              onChange(value === own ? "" : value);
            }}
            placeholder={t("choose-reason")}
            disabled={reasons === null}
          />
        </Field>
      )}
      {inOwnWords && (
        <Field label={t("own-words")} error={error} required>
          <Input
            autoFocus
            maxLength={longestReason}
            autoComplete="off"
            onChange={(event) => onChange(event.currentTarget.value)}
          />
        </Field>
      )}
    </div>
  );
}
