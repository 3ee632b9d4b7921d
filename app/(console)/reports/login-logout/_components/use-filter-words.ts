"use client";

import { useLocale, useTranslations } from "use-intl";
import { formatDuration } from "@/components/ui/duration";
import { countFormat } from "@/components/ui/formats";
import { readFilter } from "@/lib/reports/address";
import type { Column } from "@/lib/reports/catalogue";
import { formatDate, formatShare, formatStamp, type Reading } from "./formats";
import { useColumnWords } from "./use-column-words";

const namedAtMost = 2;

/** A filter in a few words: "Mobile", "contains mar", "1:00:00 or more". One that does not fit its column is as it is written. */
export function useFilterWords(reading: Reading) {
  const t = useTranslations("reports.filter");
  const locale = useLocale();
  const words = useColumnWords();

  return (column: Column, values: readonly string[]): string => {
    const filter = readFilter(values, column);
    if (!filter) return values.join(", ");
    const { anyOf = [], contains, from, to } = filter;
    const bound = (value: string | number) => {
      if (column.type === "duration") return formatDuration(Number(value), true);
      if (column.type === "percent") return formatShare(Number(value), locale);
      if (column.type === "count") return countFormat(locale).format(Number(value));
      return column.type === "date"
        ? formatDate(String(value), reading)
        : formatStamp(String(value), reading);
    };
    const named = anyOf
      .slice(0, namedAtMost)
      .map((value) =>
        column.type === "date" && typeof value === "string"
          ? formatDate(value, reading)
          : words.valueOf(column, value),
      );
    const more = anyOf.length - named.length;
    return [
      ...(named.length > 0 ? [more > 0 ? `${named.join(", ")} +${more}` : named.join(", ")] : []),
      ...(contains === undefined ? [] : [t("contains-text", { text: contains })]),
      ...(from !== undefined && to !== undefined ? [t("between", { from: bound(from), to: bound(to) })] : []),
      ...(from !== undefined && to === undefined ? [t("at-least", { bound: bound(from) })] : []),
      ...(from === undefined && to !== undefined ? [t("at-most", { bound: bound(to) })] : []),
    ].join(", ");
  };
}
