"use client";

import { Popover } from "@base-ui/react/popover";
import clsx from "clsx";
import { X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { useLocale, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useOverlayPlace } from "@/components/ui/overlay-place";
import { type DateRange, formatDays, presetOf, presetRange, presets } from "./date-range";

type DateRangeChipProps = {
  label: string;
  value: DateRange;
  /** In the reader's zone, `2026-11-22`. */
  today: string;
  timeZone: string;
  onChange: (range: DateRange) => void;
};

/** A filter by days, beside those of FilterBar: presets, or any first and last day. */
export function DateRangeChip({ label, value, today, timeZone, onChange }: DateRangeChipProps) {
  const t = useTranslations("ui.days");
  const filter = useTranslations("ui.filter");
  const words = useRangeWords(value, today);
  const [open, setOpen] = useState(false);
  const [reversed, setReversed] = useState(false);
  const active = value.from !== undefined || value.to !== undefined;

  function show(next: boolean) {
    setOpen(next);
    setReversed(false);
  }

  function choose(range: DateRange) {
    show(false);
    onChange(range);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const given = (name: string) => String(form.get(name) ?? "") || undefined;
    const [from, to] = [given("from"), given("to")];
    if (!(from && to && from > to)) return choose({ from, to });
    setReversed(true);
    event.currentTarget.querySelector<HTMLElement>("[name=to]")?.focus();
  }

  return (
    <Popover.Root open={open} onOpenChange={show}>
      <span
        className={clsx(
          "inline-flex h-7 max-w-full items-center rounded-full border text-xs pointer-coarse:h-9",
          active ? "border-accent/40 bg-accent-soft" : "border-line-strong bg-raised",
        )}
      >
        <Popover.Trigger
          aria-label={filter("chip", { filter: label, value: words })}
          className="inline-flex h-full min-w-0 items-center gap-1.5 rounded-full px-2.5 hover:bg-chip data-popup-open:bg-chip"
        >
          <span className="shrink-0 text-ink-2">{label}</span>
          <span className="num truncate font-medium">{words}</span>
        </Popover.Trigger>
        {active && (
          <button
            type="button"
            aria-label={filter("clear", { filter: label })}
            onClick={() => onChange({})}
            className="-ml-1 grid size-6 shrink-0 place-items-center rounded-full text-ink-2 hover:bg-chip hover:text-ink pointer-coarse:size-9"
          >
            <X aria-hidden className="size-3.5" />
          </button>
        )}
      </span>
      <Popover.Portal container={useOverlayPlace()}>
        <Popover.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Popover.Popup
            aria-label={label}
            className="pop w-72 max-w-(--available-width) rounded-lg bg-raised p-1 shadow-pop outline-none"
          >
            <ul className="grid grid-cols-2">
              {presets.map((preset) => (
                <li key={preset}>
                  <button
                    type="button"
                    aria-pressed={presetOf(value, today) === preset}
                    onClick={() => choose(presetRange(preset, today))}
                    className="w-full rounded-md px-2 py-1 text-left hover:bg-chip aria-pressed:bg-accent-soft aria-pressed:text-accent pointer-coarse:py-2.5"
                  >
                    {t(preset)}
                  </button>
                </li>
              ))}
            </ul>
            <form onSubmit={submit} className="mt-1 grid grid-cols-2 gap-2 border-line border-t p-2">
              <Field label={t("from")}>
                <Input type="date" name="from" defaultValue={value.from} min="1970-01-01" max="2999-12-31" />
              </Field>
              <Field label={t("to")} error={reversed && t("reversed")}>
                <Input type="date" name="to" defaultValue={value.to} min="1970-01-01" max="2999-12-31" />
              </Field>
              <div className="col-span-2 flex items-center justify-between gap-2">
                <span className="min-w-0 truncate text-ink-3 text-xs">{t("zone", { zone: timeZone })}</span>
                <Button type="submit" variant="primary">
                  {t("apply")}
                </Button>
              </div>
            </form>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function useRangeWords(value: DateRange, today: string) {
  const t = useTranslations("ui.days");
  const filter = useTranslations("ui.filter");
  const locale = useLocale();
  const { from, to } = value;
  const preset = presetOf(value, today);
  if (preset) return t(preset);
  if (from && to) return formatDays({ from, to }, locale);
  if (from) return t("since", { day: formatDays({ from, to: from }, locale) });
  if (to) return t("until", { day: formatDays({ from: to, to }, locale) });
  return filter("all");
}
