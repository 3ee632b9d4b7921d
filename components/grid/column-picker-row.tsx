import { useSortable } from "@dnd-kit/sortable";
import clsx from "clsx";
import { GripVertical } from "lucide-react";
import { useTranslations } from "use-intl";
import { buttonStyle } from "@/components/ui/button-style";
import { fold } from "./place-column";

/** Where something that is dragged would land. */
type Lands = "before" | "after" | undefined;

const landingMark = (lands: Lands) =>
  clsx(
    "relative",
    lands && "after:absolute after:inset-x-0 after:z-1 after:h-0.5 after:bg-accent",
    lands === "before" && "after:-top-px",
    lands === "after" && "after:-bottom-px",
  );

type RowProps = { id: string; name: string; shown: boolean; lands: Lands; onToggle: () => void };

export function PickerRow({ id, name, shown, lands, onToggle }: RowProps) {
  const t = useTranslations("ui.grid");
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useSortable({ id });
  return (
    <li
      ref={setNodeRef}
      className={clsx(
        "flex items-center gap-1 rounded-md pr-2",
        isDragging ? "bg-accent-soft" : "hover:bg-chip",
        landingMark(lands),
      )}
    >
      <button
        type="button"
        {...listeners}
        ref={setActivatorNodeRef}
        aria-label={t("move-column", { name })}
        aria-describedby={attributes["aria-describedby"]}
        className={buttonStyle(
          "ghost",
          "iconSm",
          "cursor-grab! touch-none text-ink-3! active:cursor-grabbing!",
        )}
      >
        <GripVertical aria-hidden className="size-3.5" />
      </button>
      <label className="flex min-w-0 flex-1 items-center gap-2 py-1 pointer-coarse:py-2.5">
        <input
          type="checkbox"
          checked={shown}
          onChange={onToggle}
          className="size-4 shrink-0 accent-accent"
        />
        <span className={clsx("truncate", !shown && "text-ink-2")}>{name}</span>
      </label>
    </li>
  );
}

/** What is dragged across it is put away, or comes back. */
export function FoldMark({ empty, lands }: { empty: boolean; lands: Lands }) {
  const t = useTranslations("ui.grid");
  const { setNodeRef } = useSortable({ id: fold, disabled: { draggable: true } });
  return (
    <li ref={setNodeRef} className={clsx("px-2 pt-2 pb-1 text-2xs text-ink-3", landingMark(lands))}>
      {t(empty ? "hidden-none" : "hidden")}
    </li>
  );
}
