"use client";

import { CSPProvider } from "@base-ui/react/csp-provider";
import { Tooltip } from "@base-ui/react/tooltip";
import type { ReactNode } from "react";
import { ToastProvider } from "./toast";
import { TooltipLayer } from "./tooltip";

/** What the components need around the whole app. Our policy allows no inline style elements. */
export function UiProviders({
  closeLabel,
  toastsLabel,
  children,
}: {
  closeLabel: string;
  toastsLabel?: string;
  children: ReactNode;
}) {
  return (
    <CSPProvider disableStyleElements>
      <Tooltip.Provider delay={350}>
        <ToastProvider closeLabel={closeLabel} label={toastsLabel}>
          {children}
        </ToastProvider>
        <TooltipLayer />
      </Tooltip.Provider>
    </CSPProvider>
  );
}
