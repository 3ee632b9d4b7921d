"use client";

export type LegendEntry = {
  key: string;
  label: string;
  color: string;
  figure: string;
  /** What choosing it does; nothing where it cannot be chosen. */
  pick: { label: string; run: () => void } | null;
};

/** Which colour is which, with a figure each: of all, or of what is pointed at, as `title` says. */
export function FigureLegend({ title, entries }: { title: string; entries: readonly LegendEntry[] }) {
  return (
    <div className="flex h-full min-h-0 flex-col">
      <p className="num h-6 shrink-0 truncate px-1.5 text-ink-2 text-xs">{title}</p>
      {/* Padding for the focus rings, which the edge of what scrolls would cut. */}
      <ul className="min-h-0 flex-1 overflow-y-auto p-0.5">
        {entries.map(({ key, pick, ...shown }) => (
          <li key={key}>
            {pick ? (
              <button
                type="button"
                title={pick.label}
                onClick={pick.run}
                className="flex h-6 w-full items-center rounded-sm hover:bg-hover"
              >
                <Entry {...shown} />
                <span className="sr-only">. {pick.label}</span>
              </button>
            ) : (
              <span className="flex h-6 items-center">
                <Entry {...shown} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Entry({ label, color, figure }: Pick<LegendEntry, "label" | "color" | "figure">) {
  return (
    <span className="flex min-w-0 flex-1 items-center gap-1.5 px-1 text-xs">
      <span aria-hidden className="h-2 w-3 shrink-0 rounded-sm" style={{ background: color }} />
      <span className="min-w-0 flex-1 truncate text-left text-ink-2">{label}</span>
      <span className="num shrink-0">{figure}</span>
    </span>
  );
}
