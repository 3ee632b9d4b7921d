"use client";

import { useId } from "react";
import { useTranslations } from "use-intl";
import { Input } from "@/components/ui/input";
import { SettingCard } from "./setting-card";
import { useSetting } from "./use-setting";

export function NameCard({ id, saved }: { id: string; saved: string }) {
  const t = useTranslations("team.name");
  const setting = useSetting(id, "name", saved, t("done"));
  const hint = useId();
  const missing = setting.value.trim() === "";

  return (
    <SettingCard
      title={t("title")}
      setting={setting}
      theirs={saved}
      invalid={missing ? t("missing") : undefined}
    >
      <Input
        aria-label={t("title")}
        aria-describedby={hint}
        aria-required
        aria-invalid={missing}
        value={setting.value}
        onChange={(event) => setting.change(event.target.value)}
        maxLength={128}
        autoComplete="off"
      />
      <p id={hint} className="text-ink-3 text-xs">
        {t("hint")}
      </p>
    </SettingCard>
  );
}
