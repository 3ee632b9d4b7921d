import clsx from "clsx";

type ToggleChipProps = { label: string; count?: number; pressed: boolean; onToggle: () => void };

/** A filter that is on or off. */
export function ToggleChip({ label, count, pressed, onToggle }: ToggleChipProps) {
  return (
    <button
      type="button"
      aria-pressed={pressed}
      onClick={onToggle}
      className={clsx(
        "inline-flex h-7 items-center gap-1.5 rounded-full border px-2.5 text-xs pointer-coarse:h-9",
        pressed
          ? "border-accent/40 bg-accent-soft font-medium"
          : "border-line-strong bg-raised text-ink-2 hover:bg-chip",
      )}
    >
      {label}
      {count !== undefined && <span className="num font-medium text-ink">{count}</span>}
    </button>
  );
}
