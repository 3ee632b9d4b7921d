import { formatLayout } from "@/components/grid/layout-param";
import { formatSort } from "@/components/grid/sort-param";
import type { Content } from "@/lib/layouts/content";
import { shownColumns } from "@/lib/reports/layout";
import type { Asked } from "./asked";

/** What an address leaves to the reader: their zone, and on which day their week begins. */
export type Reader = { timeZone: string; weekStart: number };

const usual = "last7Days";

// What is only of the screen.
const screenOnly = ["columns", "density", "view", "at"];

/** The report that the address of the screen asks for, as its query is asked. */
export function askedIn(address: URLSearchParams, content: Content, reader: Reader): Asked {
  const report = new URLSearchParams(address);
  for (const name of screenOnly) report.delete(name);
  if (!["preset", "from", "to"].some((name) => report.has(name))) report.set("preset", usual);
  if (!report.has("zone")) report.set("zone", reader.timeZone);
  if (!report.has("weekStart")) report.set("weekStart", String(reader.weekStart));
  // Not only those that there are: what is wrong in an address is told, not passed over.
  const written = address.get("columns")?.split(",").filter(Boolean);
  const columns = written?.map((part) => part.replace(/:\d+$/, "")) ?? shownColumns(content);
  return { report: report.toString(), columns, group: content.group };
}

/** The address with another content: what it says beside it stays. */
export function withContent(address: URLSearchParams, before: Content, next: Content): URLSearchParams {
  const changed = new URLSearchParams(address);
  for (const name of ["columns", "density", "sort", "group", ...Object.keys(before.filters)])
    changed.delete(name);
  for (const [name, value] of formatLayout(next)) changed.set(name, value);
  if (next.sort.length > 0) changed.set("sort", formatSort(next.sort));
  if (next.group.length > 0) changed.set("group", next.group.join(","));
  for (const [name, values] of Object.entries(next.filters))
    for (const value of values) changed.append(name, value);
  return changed;
}

/** The address with some of its parameters set, or taken out where they are null. */
export function withParams(address: URLSearchParams, params: Readonly<Record<string, string | null>>) {
  const changed = new URLSearchParams(address);
  for (const [name, value] of Object.entries(params)) {
    if (value === null) changed.delete(name);
    else changed.set(name, value);
  }
  return changed;
}

/** On which day a week begins in a language's country. ISO: 1 is Monday. */
export function weekStartOf(locale: string): number {
  // Older engines have it as a property.
  const told = new Intl.Locale(locale) as Intl.Locale & {
    weekInfo?: { firstDay: number };
    getWeekInfo?: () => { firstDay: number };
  };
  return (told.getWeekInfo?.() ?? told.weekInfo)?.firstDay ?? 1;
}
