"use client";

import { useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { FigureLegend } from "@/components/charts/figure-legend";
import { Pointed } from "@/components/charts/pointed";
import { StackedArea, stopsOf } from "@/components/charts/stacked-area";
import { Card, CardHeader } from "@/components/ui/card";
import { countFormat, dateFormat } from "@/components/ui/formats";
import { others, type Series } from "@/lib/releases/series";
import { versionLabel } from "@/lib/versions/label";
import type { Channel } from "@/prisma/generated/enums";
import { PeoplePanel } from "../../_components/people-panel";
import { usePeople } from "../../_components/use-people";
import { peopleOfVersion } from "../../actions";

// Older versions recede; the newest has the accent.
const quiet = [
  "color-mix(in srgb, var(--line-field) 45%, var(--panel))",
  "color-mix(in srgb, var(--line-field) 75%, var(--panel))",
  "color-mix(in srgb, var(--acw) 55%, var(--panel))",
  "color-mix(in srgb, var(--notready) 60%, var(--panel))",
  "color-mix(in srgb, var(--accent) 45%, var(--panel))",
];
const heightPx = 200;

type Props = { channel: Channel; series: Series };

/** Which versions people had on each of the last days; each figure opens the people behind it. */
export function AdoptionCard({ channel, series: { versions, days } }: Props) {
  const t = useTranslations("release.adoption");
  const locale = useLocale();
  const [pointed, setPointed] = useState<number | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { opened, open, close } = usePeople(({ day, version }: { day: string; version: string }) =>
    peopleOfVersion({ channel, day, version }),
  );
  const count = (value: number) => countFormat(locale).format(value);
  const layers = versions.map((version, place) => ({
    key: version,
    label: version === others ? t("others") : versionLabel(version, null),
    color:
      place === versions.length - 1
        ? "var(--accent)"
        : (quiet[Math.max(0, quiet.length - versions.length + 1) + place] ?? "var(--line-field)"),
  }));
  const newestFirst = layers.toReversed();
  const kept = days.findIndex(({ day }) => day === chosen);
  const at = pointed ?? (kept === -1 ? null : kept);
  const shown = days[at ?? days.length - 1];
  const dayOf = (day: string, options: Intl.DateTimeFormatOptions) =>
    dateFormat(locale, { ...options, timeZone: "UTC" }).format(Date.parse(day));
  const whole = (day: string) =>
    dayOf(day, { weekday: "short", day: "numeric", month: "short", year: "numeric" });
  const told = (index: number) => {
    const one = days[index];
    const figures = newestFirst.map(({ key, label }) => `${label} ${count(one?.counts[key] ?? 0)}`);
    return one ? `${whole(one.day)}: ${figures.join(", ")}` : "";
  };
  const labelOf = (version: string) => layers.find(({ key }) => key === version)?.label ?? version;

  return (
    <Card>
      <CardHeader className="mb-3" title={t("title")} subtitle={t("subtitle")} />
      {versions.length === 0 || !shown ? (
        <p className="text-ink-2">{t("none")}</p>
      ) : (
        <figure className="flex gap-4 max-sm:flex-col">
          <figcaption className="sr-only">{t("label", { today: told(days.length - 1) })}</figcaption>
          <div className="min-w-0 flex-1">
            <Pointed
              label={t("along")}
              heightPx={heightPx}
              stops={stopsOf(days)}
              at={at}
              sentence={told}
              onPoint={setPointed}
              onChoose={(index) => setChosen(days[index]?.day ?? null)}
            >
              <StackedArea
                layers={layers}
                points={days.map(({ day, counts }) => ({
                  name: dayOf(day, { day: "numeric", month: "short" }),
                  values: counts,
                }))}
                format={count}
              />
            </Pointed>
          </div>
          <div className="w-48 shrink-0 max-md:w-40 max-sm:w-full">
            <FigureLegend
              title={whole(shown.day)}
              entries={newestFirst.map(({ key, label, color }) => {
                const figure = shown.counts[key] ?? 0;
                return {
                  ...{ key, label, color, figure: count(figure) },
                  pick:
                    figure === 0
                      ? null
                      : { label: t("list"), run: () => open({ day: shown.day, version: key }) },
                };
              })}
            />
          </div>
        </figure>
      )}
      {versions.length > 0 && <p className="mt-3 text-ink-2 text-xs">{t("opens")}</p>}
      <PeoplePanel
        title={
          opened ? t("of", { version: labelOf(opened.figure.version), day: whole(opened.figure.day) }) : ""
        }
        opened={opened}
        onClose={close}
      />
    </Card>
  );
}
