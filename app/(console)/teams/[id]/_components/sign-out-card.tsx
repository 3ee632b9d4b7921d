"use client";

import { useTranslations } from "use-intl";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup } from "@/components/ui/radio-group";
import { timeOfDay } from "@/lib/settings/schema";
import { timeOfDayAt } from "@/lib/settings/time-of-day";
import { SettingCard } from "./setting-card";
import { useSetting } from "./use-setting";

type Props = {
  id: string;
  saved: string | null;
  centre: { dailySignOutAt: string | null; timeZone: string };
  signedIn: number;
  now: string;
};

const firstOffer = "22:00";

/** The centre's time for signing everybody out, or one of the team's own; with when it counts first. */
export function SignOutCard({ id, saved, centre, signedIn, now }: Props) {
  const t = useTranslations("team.sign-out");
  const setting = useSetting(id, "dailySignOutAt", saved, t("done"));
  const { value } = setting;
  const at = value ?? centre.dailySignOutAt;
  const says = (time: string | null) => (time === null ? t("never") : t("every-day", { time }));
  const missing = value !== null && !timeOfDay.safeParse(value).success;

  return (
    <SettingCard
      title={t("title")}
      subtitle={t("zone", { zone: centre.timeZone })}
      setting={setting}
      theirs={saved === null ? t("centre-in-words", { says: says(centre.dailySignOutAt) }) : says(saved)}
      invalid={missing ? t("missing") : undefined}
    >
      <RadioGroup
        name={`sign-out-${id}`}
        label={<span className="sr-only">{t("title")}</span>}
        value={value === null ? "centre" : "own"}
        options={[
          { value: "centre", label: t("centre"), description: says(centre.dailySignOutAt) },
          { value: "own", label: t("own"), description: t("own-hint") },
        ]}
        onChange={(choice) => setting.change(choice === "centre" ? null : (saved ?? firstOffer))}
      />
      {value !== null && (
        <Field label={t("time")} className="ml-6.5 max-w-32">
          {/* The browser's own field for times speaks the browser's language, not the console's. */}
          <Input
            inputMode="numeric"
            placeholder={firstOffer}
            maxLength={5}
            autoComplete="off"
            className="num"
            value={value}
            onChange={(event) => setting.change(event.target.value)}
          />
        </Field>
      )}
      {at !== null && !missing && (
        <p className="text-ink-2">
          {t(setting.dirty ? "first" : "next", {
            when: t(at > timeOfDayAt(now, centre.timeZone) ? "today" : "tomorrow", { time: at }),
          })}{" "}
          {t("consequence", { count: signedIn })}
        </p>
      )}
    </SettingCard>
  );
}
