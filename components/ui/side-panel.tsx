"use client";

import { Dialog } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonStyle } from "./button-style";
import { OverlaysInDialog } from "./overlay-place";

type SidePanelProps = {
  open: boolean;
  onClose: () => void;
  /** `lg` for what needs width, such as a time axis. */
  size?: "md" | "lg";
  title: ReactNode;
  description?: ReactNode;
  closeLabel: string;
  /** Beside the title. */
  icon?: ReactNode;
  actions?: ReactNode;
  /** What the focus goes to when it closes. */
  returnTo?: () => HTMLElement | null;
  children: ReactNode;
};

/** The details of one row, beside its list; over the whole width on a phone. */
export function SidePanel({
  open,
  onClose,
  size = "md",
  title,
  description,
  closeLabel,
  icon,
  actions,
  returnTo,
  children,
}: SidePanelProps) {
  return (
    <Dialog.Root open={open} onOpenChange={(next) => next || onClose()}>
      <Dialog.Portal>
        <OverlaysInDialog>
          <Dialog.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Dialog.Popup
            finalFocus={() => returnTo?.() ?? true}
            className={clsx(
              "fixed inset-y-0 right-0 z-40 flex w-full flex-col bg-raised shadow-pop outline-none transition-transform duration-150 data-ending-style:translate-x-full data-starting-style:translate-x-full sm:rounded-l-xl",
              size === "lg" ? "sm:w-[min(48rem,94vw)]" : "sm:w-115",
            )}
          >
            <header className="flex items-start gap-3 border-line border-b px-5 py-4">
              {icon}
              <div className="min-w-0 flex-1">
                <Dialog.Title className="font-semibold text-lg [overflow-wrap:anywhere]">
                  {title}
                </Dialog.Title>
                {description && (
                  <Dialog.Description className="num mt-0.5 text-ink-2">{description}</Dialog.Description>
                )}
              </div>
              <Dialog.Close aria-label={closeLabel} className={buttonStyle("ghost", "icon", "-mr-2 -mt-0.5")}>
                <X aria-hidden className="size-4" />
              </Dialog.Close>
            </header>
            <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain px-5 py-4">{children}</div>
            {actions && (
              <footer className="flex flex-wrap justify-end gap-2 border-line border-t px-5 py-3">
                {actions}
              </footer>
            )}
          </Dialog.Popup>
        </OverlaysInDialog>
      </Dialog.Portal>
    </Dialog.Root>
  );
}
