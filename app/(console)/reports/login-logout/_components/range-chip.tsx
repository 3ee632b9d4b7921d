"use client";

import { Popover } from "@base-ui/react/popover";
import { ChevronDown } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Temporal } from "temporal-polyfill";
import { useLocale, useTranslations } from "use-intl";
import { formatDays } from "@/components/grid/date-range";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { useOverlayPlace } from "@/components/ui/overlay-place";
import { dayAt, presets } from "@/lib/reports/range";
import { formatStamp, type Reading } from "./formats";

type RangeChipProps = {
  /** As the address has them; all null for what is usual. */
  preset: string | null;
  /** The range that was worked out, half-open. */
  range: { from: string; to: string } | null;
  reading: Reading;
  dayTurn: string;
  onChange: (params: { preset: string | null; from: string | null; to: string | null }) => void;
};

/** Of which days the report is: presets, or any first and last day. */
export function RangeChip({ preset, range, reading, dayTurn, onChange }: RangeChipProps) {
  const t = useTranslations("reports");
  const days = useTranslations("ui.days");
  const locale = useLocale();
  const [open, setOpen] = useState(false);
  const [wrong, setWrong] = useState<"both" | "reversed" | null>(null);
  const calendar = { zone: reading.timeZone, dayTurn };
  const first = range && dayAt(new Date(range.from), calendar).toString();
  // The last moment that is still of it.
  const last = range && dayAt(new Date(Date.parse(range.to) - 1), calendar).toString();
  const spelled =
    range && first && last
      ? preset === "shift"
        ? `${formatStamp(range.from, reading)} – ${formatStamp(range.to, reading, range.from)}`
        : formatDays({ from: first, to: last }, locale)
      : "";
  const named = presets.find((one) => one === preset);

  function choose(params: Parameters<typeof onChange>[0]) {
    setOpen(false);
    setWrong(null);
    onChange(params);
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const [from, to] = [String(form.get("from") ?? ""), String(form.get("to") ?? "")];
    if (!from || !to) return setWrong("both");
    if (from > to) return setWrong("reversed");
    choose({ preset: null, from, to: Temporal.PlainDate.from(to).add({ days: 1 }).toString() });
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
        <span className={named ? "num truncate text-ink-2" : "num truncate font-medium"}>{spelled}</span>
        <ChevronDown aria-hidden className="size-3.5 shrink-0 text-ink-3" />
      </Popover.Trigger>
      <Popover.Portal container={useOverlayPlace()}>
        <Popover.Positioner align="start" sideOffset={4} className="z-50 outline-none">
          <Popover.Popup
            aria-label={t("range.label")}
            className="pop w-72 max-w-(--available-width) rounded-lg bg-raised p-1 shadow-pop outline-none"
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
            <form onSubmit={submit} className="mt-1 grid grid-cols-2 gap-2 border-line border-t p-2">
              <Field label={days("from")} error={wrong === "both" && t("range.both")}>
                <Input type="date" name="from" defaultValue={first ?? ""} min="1970-01-01" max="2999-12-31" />
              </Field>
              <Field label={t("range.to")} error={wrong === "reversed" && t("range.reversed")}>
                <Input type="date" name="to" defaultValue={last ?? ""} min="1970-01-01" max="2999-12-31" />
              </Field>
              <div className="col-span-2 flex items-center justify-between gap-2">
                <span className="min-w-0 truncate text-ink-3 text-xs">
                  {days("zone", { zone: reading.timeZone })}
                </span>
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

export const chipStyle =
  "inline-flex h-7 max-w-full items-center gap-1.5 rounded-full border border-line-strong bg-raised px-2.5 text-xs hover:bg-chip data-popup-open:bg-chip pointer-coarse:h-9";
