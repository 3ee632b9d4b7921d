"use client";

import { useLocale, useTranslations } from "use-intl";
import { LayerLegend, StackedArea } from "@/components/charts/stacked-area";
import { Card, CardHeader } from "@/components/ui/card";
import { countFormat, dateFormat } from "@/components/ui/formats";
import { others, type Series } from "@/lib/releases/series";
import { versionLabel } from "@/lib/versions/label";

// Older versions recede; the newest has the accent.
const quiet = [
  "color-mix(in srgb, var(--line-field) 45%, var(--panel))",
  "color-mix(in srgb, var(--line-field) 75%, var(--panel))",
  "color-mix(in srgb, var(--acw) 55%, var(--panel))",
  "color-mix(in srgb, var(--notready) 60%, var(--panel))",
  "color-mix(in srgb, var(--accent) 45%, var(--panel))",
];

/** Which versions people had on each of the last days. */
export function AdoptionCard({ series }: { series: Series }) {
  const t = useTranslations("release.adoption");
  const locale = useLocale();
  const { versions, days } = series;
  const count = (value: number) => countFormat(locale).format(value);
  const layers = versions.map((version, place) => ({
    key: version,
    label: version === others ? t("others") : versionLabel(version, null),
    color:
      place === versions.length - 1
        ? "var(--accent)"
        : (quiet[Math.max(0, quiet.length - versions.length + 1) + place] ?? "var(--line-field)"),
  }));
  const last = days.at(-1)?.counts ?? {};
  const dayOf = (day: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: "UTC" }).format(Date.parse(day));

  return (
    <Card>
      <CardHeader className="mb-3" title={t("title")} subtitle={t("subtitle")} />
      {versions.length === 0 ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <div className="flex flex-col gap-3">
          <StackedArea
            label={t("label", {
              versions: layers
                .toReversed()
                .map(({ key, label }) => `${label}: ${count(last[key] ?? 0)}`)
                .join(", "),
            })}
            layers={layers}
            points={days.map(({ day, counts }) => ({
              name: dayOf(day, { day: "numeric", month: "short" }),
              title: dayOf(day, { dateStyle: "full" }),
              values: counts,
            }))}
            format={count}
          />
          <LayerLegend layers={layers} />
        </div>
      )}
    </Card>
  );
}
