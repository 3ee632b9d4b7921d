"use client";

import { Tooltip as Base } from "@base-ui/react/tooltip";
import type { ReactElement, ReactNode } from "react";
import { useOverlayPlace } from "./overlay-place";

const handle = Base.createHandle<ReactNode>();

type TooltipProps = { content: ReactNode; children: ReactElement };

/** Says more about `children` on hover and focus. `children` needs an accessible name of its own. */
export function Tooltip({ content, children }: TooltipProps) {
  return <Base.Trigger handle={handle} payload={content} render={children} />;
}

/** One popup for all tooltips of the page: thousands of rows cost nothing. Stands once, near the root. */
export function TooltipLayer() {
  const place = useOverlayPlace();
  return (
    <Base.Root handle={handle}>
      {({ payload }) => (
        <Base.Portal container={place}>
          <Base.Positioner sideOffset={6} className="z-50">
            <Base.Popup className="pop max-w-88 rounded-md bg-ink px-2 py-1 text-bg text-xs shadow-card">
              {payload}
            </Base.Popup>
          </Base.Positioner>
        </Base.Portal>
      )}
    </Base.Root>
  );
}
