"use client";

import { useRouter } from "next/navigation";
import { useMemo, useState, useTransition } from "react";
import { useLocale, useTimeZone, useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { applyTheme, type Theme } from "@/components/shell/theme";
import { Card, CardHeader } from "@/components/ui/card";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { formatExact } from "@/components/ui/moment";
import { Select } from "@/components/ui/select";
import { useToast } from "@/components/ui/toast";
import { timeZones, zoneToday } from "@/lib/time-zones";
import type { Preferences } from "@/lib/users/preferences";
import { savePreferences } from "../actions";

type Props = {
  preferences: Preferences;
  languages: readonly { value: string; label: string }[];
  browserTimeZone: string;
  now: string;
};

const asBrowser = "browser";

/** How the person reads the console. Each choice counts at once, on every screen. */
export function ReadingCard({ preferences, languages, browserTimeZone, now }: Props) {
  const t = useTranslations("profile");
  const shell = useTranslations("shell");
  const problem = useTranslations("problem");
  const reader = { locale: useLocale(), timeZone: useTimeZone() ?? "UTC" };
  const router = useRouter();
  const toast = useToast();
  const [chosen, setChosen] = useState(preferences);
  const [, startTransition] = useTransition();
  const zones = useMemo(
    () => [
      { value: asBrowser, label: t("zone-browser", { zone: readable(browserTimeZone) }) },
      ...zonesByName(),
    ],
    [t, browserTimeZone],
  );

  function choose(patch: Partial<Preferences>) {
    const before = chosen;
    setChosen({ ...before, ...patch });
    startTransition(async () => {
      const result = await reached(savePreferences(patch));
      if (result.ok) return router.refresh();
      setChosen(before);
      toast({ tone: "danger", title: t("not-saved"), description: problem(result.code) });
    });
  }

  return (
    <Card>
      <CardHeader title={t("reading")} />
      <p className="num mb-4 text-ink-2">{t("now", { now: formatExact(now, reader) })}</p>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t("language")}>
          <Select
            items={languages}
            value={chosen.language ?? "en"}
            onChange={(language) => choose({ language })}
          />
        </Field>
        <Field label={t("theme")}>
          <Select<Theme>
            items={(["light", "dark", "system"] as const).map((value) => ({ value, label: shell(value) }))}
            value={chosen.theme ?? "system"}
            onChange={(theme) => {
              setChosen({ ...chosen, theme });
              applyTheme(theme);
            }}
          />
        </Field>
        <Field label={t("zone")}>
          <Combobox
            items={zones}
            value={chosen.timeZone ?? asBrowser}
            onChange={(zone) => choose({ timeZone: zone === asBrowser ? null : zone })}
            searchLabel={t("zone-search")}
            noMatch={t("zone-none")}
          />
        </Field>
        <Field label={t("clock")}>
          <Select
            items={(["h23", "h12"] as const).map((value) => ({ value, label: t(value) }))}
            value={chosen.clock}
            onChange={(clock) => choose({ clock })}
          />
        </Field>
      </div>
    </Card>
  );
}

const readable = (zone: string) => zoneToday(zone).replaceAll("_", " ");

const zonesByName = () => timeZones().map((value) => ({ value, label: readable(value) }));
