"use client";

import { useLocale, useTranslations } from "use-intl";
import { Legend, type Series, StackedBars } from "@/components/charts/stacked-bars";
import { Card, CardHeader } from "@/components/ui/card";
import type { Day } from "@/lib/sessions/days";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** How long the person was signed in on each of the last days, by platform. */
export function DaysCard({ days }: { days: Day[] }) {
  const t = useTranslations("login-info");
  const locale = useLocale();
  const series: Series[] = [
    { key: "desktop", label: t("desktop"), tone: "quiet" },
    { key: "mobile", label: t("mobile"), tone: "accent" },
  ];
  // A calendar day has no zone: as midnight in UTC it is written as what it is.
  const written = (day: string, options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" }).format(Date.parse(day));
  const inWords = (ms: number) =>
    t("hours", { hours: Math.floor(ms / hourMs), minutes: Math.floor((ms % hourMs) / minuteMs) });
  const total = (key: "desktopMs" | "mobileMs") => days.reduce((sum, day) => sum + day[key], 0);
  const desktopMs = total("desktopMs");
  const mobileMs = total("mobileMs");
  const sentence = t("days-label", {
    on: desktopMs && mobileMs ? "both" : desktopMs ? "desktop" : mobileMs ? "mobile" : "none",
    desktop: inWords(desktopMs),
    mobile: inWords(mobileMs),
  });

  return (
    <Card aria-label={t("days", { count: days.length })}>
      <CardHeader
        className="mb-2"
        title={t("days", { count: days.length })}
        subtitle={sentence}
        actions={<Legend series={series} />}
      />
      <StackedBars
        label={sentence}
        series={series}
        format={inWords}
        atLeast={hourMs}
        bars={days.map(({ day, desktopMs, mobileMs }) => ({
          name: written(day, { day: "numeric", month: "short" }),
          title: written(day, { weekday: "long", day: "numeric", month: "long" }),
          values: { desktop: desktopMs, mobile: mobileMs },
        }))}
      />
    </Card>
  );
}
