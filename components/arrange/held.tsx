import { DragOverlay } from "@dnd-kit/core";
import { GripVertical } from "lucide-react";
import { createPortal } from "react-dom";

/** What is dragged, at the pointer. */
export function Held({ name }: { name: string }) {
  // In what is placed by a transform it would be off by that much.
  return createPortal(
    <DragOverlay dropAnimation={null} className="pointer-events-none" zIndex={60}>
      <span className="inline-flex rotate-1 items-center gap-1.5 whitespace-nowrap rounded-md border border-accent bg-raised py-1 pr-2.5 pl-1.5 font-medium shadow-pop">
        <GripVertical aria-hidden className="size-3.5 text-ink-3" />
        {name}
      </span>
    </DragOverlay>,
    document.body,
  );
}
