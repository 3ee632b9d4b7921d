import { useLocale, useTranslations } from "use-intl";
import { reportFailures } from "@/lib/mail/schema";
import type { Rhythm } from "@/lib/schedules/rhythm";
import { ScheduleHalt } from "@/prisma/generated/enums";

// A Monday.
const monday = Date.UTC(2024, 0, 1);
const dayMs = 86_400_000;

/** What belongs to schedules, in words. */
export function useScheduleWords() {
  const t = useTranslations("schedules");
  const locale = useLocale();

  /** ISO: 1 is Monday. */
  const weekday = (day: number, weekday: "long" | "short") =>
    new Intl.DateTimeFormat(locale, { weekday, timeZone: "UTC" }).format(monday + (day - 1) * dayMs);

  function rhythm(one: Rhythm): string {
    const { at, zone } = one;
    if (one.every === "day") return t("rhythm.day", { at, zone });
    if (one.every === "month")
      return one.day === 31
        ? t("rhythm.month-end", { at, zone })
        : t("rhythm.month", { at, zone, day: one.day });
    const days = new Intl.ListFormat(locale).format(one.days.map((day) => weekday(day, "long")));
    return t("rhythm.week", { at, zone, days });
  }

  /** Why something did not go out: ours, or in the mail server's own words. */
  function failure(said: string): string {
    const known = reportFailures.find((one) => one === said);
    if (known) return t(`failure.${known}`);
    const halt = Object.values(ScheduleHalt).find((one) => one === said);
    if (halt) return t(`halt.${halt}`);
    return said === "withdrawn" ? t("withdrawn") : t("server-said", { said });
  }

  return { rhythm, weekday, failure };
}
