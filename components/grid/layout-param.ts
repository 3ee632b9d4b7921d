import { type GridLayout, minWidth, stockLayout } from "./column";

const widest = 2000;
const mostColumns = 200;

/** A layout as an address or a cookie keeps it: `columns=state,name:220,-roles,%2Bemail&density=compact`. */
export function formatLayout({ order, widths, hidden, density }: GridLayout): URLSearchParams {
  const ids = [...new Set([...order, ...Object.keys(widths), ...Object.keys(hidden)])];
  const columns = ids.map((id) => {
    const mark = hidden[id] === undefined ? "" : hidden[id] ? "-" : "+";
    return `${mark}${id}${widths[id] === undefined ? "" : `:${widths[id]}`}`;
  });
  const params = new URLSearchParams();
  if (columns.length > 0) params.set("columns", columns.join(","));
  if (density !== "comfortable") params.set("density", density);
  return params;
}

/** The layout of an address; anything that is none is passed over. */
export function parseLayout(params: { get(name: string): string | null }): GridLayout {
  const parts = (params.get("columns") ?? "").split(",").slice(0, mostColumns).flatMap(parsePart);
  return {
    order: [...new Set(parts.map(({ id }) => id))],
    widths: Object.fromEntries(parts.flatMap(({ id, width }) => (width === null ? [] : [[id, width]]))),
    hidden: Object.fromEntries(parts.flatMap(({ id, hidden }) => (hidden === null ? [] : [[id, hidden]]))),
    density: params.get("density") === "compact" ? "compact" : stockLayout.density,
  };
}

function parsePart(part: string) {
  const match = /^(?<mark>[-+]?)(?<id>[a-zA-Z][a-zA-Z0-9]*)(?::(?<width>\d{1,5}))?$/.exec(part)?.groups;
  if (!match?.id) return [];
  return {
    id: match.id,
    hidden: match.mark ? match.mark === "-" : null,
    width: match.width ? Math.min(widest, Math.max(minWidth, Number(match.width))) : null,
  };
}
