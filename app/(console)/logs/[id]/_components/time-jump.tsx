"use client";

import { type FormEvent, useState } from "react";
import { Temporal } from "temporal-polyfill";
import { useTimeZone, useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

type Props = { span: { from: string; to: string }; onTime: (at: string) => void };

/** Goes to the first line of a time of day, in the reader's zone; with the day where the log has several. */
export function TimeJump({ span, onTime }: Props) {
  const t = useTranslations("logs.view");
  const zone = useTimeZone() ?? "UTC";
  const from = localOf(span.from, zone);
  const to = localOf(span.to, zone);
  const isOneDay = from.toPlainDate().equals(to.toPlainDate());
  const [text, setText] = useState("");

  function submit(event: FormEvent) {
    event.preventDefault();
    const at = momentOf(isOneDay ? `${from.toPlainDate()}T${text}` : text, zone);
    if (at !== null) onTime(at);
  }

  return (
    <form onSubmit={submit} className="flex items-center gap-1.5">
      <Input
        type={isOneDay ? "time" : "datetime-local"}
        step={1}
        value={text}
        onChange={(event) => setText(event.target.value)}
        aria-label={t("time-label")}
        className={isOneDay ? "num w-31" : "num w-51"}
        {...(!isOneDay && { min: from.toString().slice(0, 19), max: to.toString().slice(0, 19) })}
      />
      <Button type="submit" disabled={text === ""}>
        {t("jump")}
      </Button>
    </form>
  );
}

const localOf = (at: string, zone: string) =>
  Temporal.Instant.from(at).toZonedDateTimeISO(zone).toPlainDateTime();

/** Null for what is no time. */
function momentOf(local: string, zone: string): string | null {
  try {
    const at = Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant();
    return at.toString({ smallestUnit: "millisecond" });
  } catch {
    return null;
  }
}
