import { Temporal } from "temporal-polyfill";
import type { ColumnType } from "@/lib/reports/catalogue";

// How people write the bounds of a filter, and how the report has them.

const minuteMs = 60_000;

/** As it stands in its field: minutes, percent, a day, or a time of the zone's clock. */
export function boundText(type: ColumnType, bound: string | number | undefined, zone: string): string {
  if (bound === undefined) return "";
  if (type === "duration") return String(Number(bound) / minuteMs);
  if (type === "percent") return String(Math.round(Number(bound) * 10_000) / 100);
  if (type !== "moment") return String(bound);
  const shown = Temporal.Instant.from(String(bound)).toZonedDateTimeISO(zone);
  return shown.toPlainDateTime().toString({ smallestUnit: "minute" });
}

/** As the report has it; undefined for nothing, or nothing that could be one. */
export function readBound(type: ColumnType, text: string, zone: string): string | number | undefined {
  const written = text.trim();
  if (written === "") return undefined;
  if (type === "date") return written;
  if (type === "moment") {
    const at = Temporal.PlainDateTime.from(written).toZonedDateTime(zone).toInstant();
    return at.toString();
  }
  const number = Number(written.replace(",", "."));
  if (!Number.isFinite(number) || number < 0) return undefined;
  if (type === "duration") return Math.round(number * minuteMs);
  return type === "percent" ? number / 100 : Math.round(number);
}
