import type { Actor } from "@/lib/auth/actor";
import { ok } from "@/lib/result";
import { formatFilter } from "./address";
import { type Bars, chartMoment } from "./chart";
import { everyGroup } from "./every-group";
import type { ReportGroup } from "./row";
import type { ReportQuery } from "./schema";

export const mostBars = 12;

type Asked = { query: ReportQuery; column: Bars["column"]; asOf?: Date | undefined };

/** Sessions and hours by what a column is. */
export async function reportBars(actor: Actor, { query, column, asOf }: Asked) {
  const read = await everyGroup(actor, query, [column], asOf);
  if (!read.ok) return read;
  const { groups, moment } = read.value;
  const bars: Bars = {
    kind: "bars",
    column,
    days: query.days,
    ...chartMoment(moment),
    ...topOf(groups.map(toBar)),
  };
  return ok(bars);
}

type Bar = Bars["bars"][number];

function toBar({ path, rows, values }: ReportGroup): Bar {
  const [group] = path;
  const label = group?.label ?? null;
  // The key is what a filter compares: a device may be shown by another name.
  const value = formatFilter({ column: group?.column ?? "", anyOf: [group?.key ?? null] })[0] ?? "";
  return { value, label: label === null ? null : String(label), rows, ms: values.loginTime ?? 0 };
}

/** Those with the most rows, and what all others come to; one alone stands for itself. */
export function topOf(all: readonly Bar[], most = mostBars): Pick<Bars, "bars" | "others"> {
  const sorted = all.toSorted((a, b) => b.rows - a.rows || b.ms - a.ms);
  if (sorted.length <= most + 1) return { bars: sorted, others: null };
  const rest = sorted.slice(most);
  const sum = (of: (bar: Bar) => number) => rest.reduce((total, bar) => total + of(bar), 0);
  return {
    bars: sorted.slice(0, most),
    others: { values: rest.length, rows: sum(({ rows }) => rows), ms: sum(({ ms }) => ms) },
  };
}
