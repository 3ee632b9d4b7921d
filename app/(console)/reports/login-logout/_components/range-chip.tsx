"use client";

import { Popover } from "@base-ui/react/popover";
import { ChevronDown } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { formatDays } from "@/components/grid/date-range";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useOverlayPlace } from "@/components/ui/overlay-place";
import { presets } from "@/lib/reports/range";
import { longestYears } from "@/lib/reports/schema";
import { formatStamp, type Reading } from "./formats";
import { endsOf, readEnds, type WrongRange } from "./range-ends";

type RangeChipProps = {
  /** As the address has them; all null for what is usual. */
  preset: string | null;
  /** The range that was worked out, half-open. */
  range: { from: string; to: string } | null;
  reading: Reading;
  dayTurn: string;
  onChange: (params: { preset: string | null; from: string | null; to: string | null }) => void;
};

/** Of which days the report is: presets, or any first and last day, with times where they are wanted. */
export function RangeChip({ preset, range, reading, dayTurn, onChange }: RangeChipProps) {
  const t = useTranslations("reports");
  const days = useTranslations("ui.days");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<WrongRange | null>(null);
  const calendar = { zone: reading.timeZone, dayTurn };
  const ends = range && endsOf(range, calendar);
  const timed = ends && (ends.first.time !== "" || ends.last.time !== "");
  const spelled = !ends
    ? ""
    : timed
      ? `${formatStamp(range.from, reading)} – ${formatStamp(range.to, reading, range.from)}`
      : formatDays({ from: ends.first.day, to: ends.last.day }, locale);
  const named = presets.find((one) => one === preset);

  function choose(params: Parameters<typeof onChange>[0]) {
    setOpen(false);
    setWrong(null);
    onChange(params);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name) ?? "");
    const read = readEnds(
      {
        first: { day: given("from"), time: given("from-time") },
        last: { day: given("to"), time: given("to-time") },
      },
      range,
      calendar,
    );
    if (typeof read !== "string") return choose({ preset: null, ...read });
    setWrong(read);
    event.currentTarget.querySelector<HTMLElement>(`[name=${read === "first" ? "from" : "to"}]`)?.focus();
  }

  return (
    <Popover.Root
      open={open}
      onOpenChange={(next) => {
        setOpen(next);
        setWrong(null);
      }}
    >
      <Popover.Trigger
        aria-label={t("chip", {
          name: t("range.label"),
          value: [named && t(`preset.${named}`), spelled].filter(Boolean).join(", "),
        })}
        className={chipStyle}
      >
        {named && <span className="shrink-0 font-medium">{t(`preset.${named}`)}</span>}
        <span className={named ? "num truncate text-ink-2" : "num truncate font-medium"}>
          {spelled || (!named && t("range.label"))}
        </span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal container={useOverlayPlace()}>
        <Popover.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Popover.Popup
            aria-label={t("range.label")}
            className="pop w-80 max-w-(--available-width) rounded-lg bg-raised p-1 shadow-pop outline-none"
          >
            <ul className="grid grid-cols-2">
              {presets.map((one) => (
                <li key={one}>
                  <button
                    type="button"
                    aria-pressed={one === preset}
                    onClick={() => choose({ preset: one, from: null, to: null })}
                    className="w-full rounded-md px-2 py-1 text-left hover:bg-chip aria-pressed:bg-accent-soft aria-pressed:text-accent pointer-coarse:py-2.5"
                  >
                    {t(`preset.${one}`)}
                  </button>
                </li>
              ))}
            </ul>
            <form
              onSubmit={submit}
              className="mt-1 grid grid-cols-[minmax(0,1fr)_auto] gap-2 border-line border-t p-2"
            >
              <Field label={t("range.first")} error={wrong === "first" && t("range.days")}>
                <Input type="date" name="from" defaultValue={ends?.first.day} {...years} />
              </Field>
              <Field label={t("range.from")}>
                <Input type="time" name="from-time" defaultValue={ends?.first.time} />
              </Field>
              <Field
                label={t("range.last")}
                error={
                  (wrong === "last" && t("range.days")) ||
                  (wrong === "reversed" && t("range.reversed")) ||
                  (wrong === "long" && t("range.long", { years: longestYears }))
                }
              >
                <Input type="date" name="to" defaultValue={ends?.last.day} {...years} />
              </Field>
              <Field label={t("range.until")}>
                <Input type="time" name="to-time" defaultValue={ends?.last.time} />
              </Field>
              <div className="col-span-2 flex items-end justify-between gap-2">
                <p className="min-w-0 text-ink-3 text-xs">{t("range.whole", { zone: reading.timeZone })}</p>
                <Button type="submit" variant="primary">
                  {days("apply")}
                </Button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

const years = { min: "1970-01-01", max: "2999-12-31" };

export const chipStyle =
  "inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line-strong bg-raised px-2.5 text-xs hover:bg-chip data-popup-open:bg-chip pointer-coarse:h-9";
