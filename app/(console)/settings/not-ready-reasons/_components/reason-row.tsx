import { useSortable } from "@dnd-kit/sortable";
import clsx from "clsx";
import { Archive, GripVertical } from "lucide-react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { buttonStyle } from "@/components/ui/button-style";
import { Tooltip } from "@/components/ui/tooltip";
import type { Reason } from "@/lib/reasons/queries";
import { ReasonDialog } from "./reason-dialog";
import { KindBadge, TeamsOf } from "./reason-facts";

type RowProps = {
  reason: Reason;
  teams: string[];
  editable: boolean;
  /** Where something that is dragged would land. */
  lands: "before" | "after" | undefined;
  onArchive: () => void;
};

export function ReasonRow({ reason, teams, editable, lands, onArchive }: RowProps) {
  const t = useTranslations("reasons");
  const { setNodeRef, setActivatorNodeRef, attributes, listeners, isDragging } = useSortable({
    id: reason.id,
    disabled: !editable,
  });

  return (
    <li
      ref={setNodeRef}
      className={clsx(
        "relative grid min-h-11 grid-cols-[minmax(0,1fr)_auto] items-center gap-x-4 py-1.5 pr-2.5 pl-1.5 sm:grid-cols-[minmax(0,1fr)_8rem_minmax(0,15rem)_auto]",
        isDragging && "bg-accent-soft",
        lands && "after:absolute after:inset-x-0 after:z-1 after:h-0.5 after:bg-accent",
        lands === "before" && "after:-top-px",
        lands === "after" && "after:-bottom-px",
      )}
    >
      <div className="flex min-w-0 items-center gap-1.5">
        {editable && (
          <button
            type="button"
            {...listeners}
            ref={setActivatorNodeRef}
            aria-label={t("move", { name: reason.name })}
            aria-describedby={attributes["aria-describedby"]}
            className={buttonStyle(
              "ghost",
              "iconSm",
              "cursor-grab! touch-none text-ink-3! active:cursor-grabbing!",
            )}
          >
            <GripVertical aria-hidden className="size-3.5" />
          </button>
        )}
        <span className={clsx("font-medium [overflow-wrap:anywhere]", !editable && "pl-3")}>
          {reason.name}
        </span>
      </div>
      <div className="max-sm:col-start-1 max-sm:pl-7.5">
        <KindBadge kind={reason.kind} />
      </div>
      <TeamsOf reason={reason} className="max-sm:col-start-1 max-sm:pl-7.5" />
      {editable && (
        <div className="flex gap-1 max-sm:col-start-2 max-sm:row-start-1">
          <ReasonDialog reason={reason} teams={teams} />
          <Tooltip content={t("archive")}>
            <Button
              variant="ghost"
              size="icon"
              aria-label={t("archive-name", { name: reason.name })}
              onClick={onArchive}
            >
              <Archive aria-hidden className="size-3.5" />
            </Button>
          </Tooltip>
        </div>
      )}
    </li>
  );
}
