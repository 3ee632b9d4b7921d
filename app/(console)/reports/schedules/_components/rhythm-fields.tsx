import clsx from "clsx";
import { useLocale, useTranslations } from "use-intl";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { nextTimes } from "@/lib/schedules/rhythm";
import { rhythmOf } from "./draft";
import type { FieldsProps } from "./schedule-fields";
import { useScheduleWords } from "./use-schedule-words";

const everies = ["day", "week", "month"] as const;
const week = [1, 2, 3, 4, 5, 6, 7];
const timesShown = 3;

type Props = Omit<FieldsProps, "choices"> & { zones: readonly string[] };

/** When it is sent, and what that comes to. */
export function RhythmFields({ draft, faults, zones, now, onChange }: Props) {
  const t = useTranslations("schedules");
  const rule = useTranslations("reports.rule");
  const { every } = draft;

  return (
    <div className="flex flex-col gap-3 rounded-lg border border-line px-3.5 py-3">
      <div className="grid gap-4 sm:grid-cols-[minmax(0,1fr)_8rem_minmax(0,1.4fr)]">
        <Field label={t("every")}>
          <Select
            items={everies.map((value) => ({ value, label: t(`every-${value}`) }))}
            value={every}
            onChange={(value) => onChange({ every: value })}
          />
        </Field>
        <div data-field="at">
          <Field label={t("at")} error={faults.includes("at") && t("fault.at")}>
            <Input
              type="time"
              className="num"
              value={draft.at}
              onChange={(event) => onChange({ at: event.target.value })}
            />
          </Field>
        </div>
        <Field label={rule("zone")}>
          <Combobox
            items={zones.map((value) => ({ value, label: value }))}
            value={draft.zone}
            onChange={(zone) => onChange({ zone })}
            searchLabel={rule("zone-find")}
            noMatch={rule("zone-none")}
          />
        </Field>
      </div>
      {every === "week" && <Weekdays draft={draft} faults={faults} onChange={onChange} />}
      {every === "month" && (
        <div data-field="day">
          <Field
            label={t("day-of-month")}
            description={t("day-of-month-text")}
            error={faults.includes("day") && t("fault.day")}
          >
            <Input
              type="number"
              min={1}
              max={31}
              className="num max-w-24"
              value={draft.day}
              onChange={(event) => onChange({ day: event.target.value })}
            />
          </Field>
        </div>
      )}
      <NextTimes draft={draft} now={now} />
    </div>
  );
}

function Weekdays({ draft, faults, onChange }: Pick<Props, "draft" | "faults" | "onChange">) {
  const t = useTranslations("schedules");
  const { weekday } = useScheduleWords();
  const { days } = draft;
  const toggle = (day: number) =>
    onChange({ days: days.includes(day) ? days.filter((other) => other !== day) : [...days, day] });
  return (
    <fieldset data-field="days" className="min-w-0">
      <legend className="mb-1 font-medium">{t("weekdays")}</legend>
      <div className="flex flex-wrap gap-1.5">
        {week.map((day) => (
          <label
            key={day}
            className={clsx(
              "relative inline-flex h-8 min-w-12 items-center justify-center rounded-md border border-line-field px-2.5 pointer-coarse:h-10",
              "not-has-checked:hover:bg-chip has-checked:border-accent/40 has-checked:bg-accent-soft has-checked:font-medium",
              "has-focus-visible:outline-2 has-focus-visible:outline-accent has-focus-visible:outline-offset-2",
            )}
          >
            <input
              type="checkbox"
              checked={days.includes(day)}
              aria-label={weekday(day, "long")}
              onChange={() => toggle(day)}
              className="absolute inset-0 cursor-pointer opacity-0"
            />
            <span aria-hidden>{weekday(day, "short")}</span>
          </label>
        ))}
      </div>
      {faults.includes("days") && <p className="mt-1 text-danger text-xs">{t("fault.days")}</p>}
    </fieldset>
  );
}

/** By the clock of the zone that is chosen. */
function NextTimes({ draft, now }: Pick<Props, "draft" | "now">) {
  const t = useTranslations("schedules");
  const locale = useLocale();
  const rhythm = rhythmOf(draft);
  if (!rhythm) return null;
  const format = new Intl.DateTimeFormat(locale, {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    timeZone: rhythm.zone,
  });
  const times = nextTimes(rhythm, now, timesShown).map((at) => format.format(at));
  return (
    <p className="text-ink-2 text-xs">
      {t("next")} <span className="num">{times.join(" · ")}</span>
    </p>
  );
}
