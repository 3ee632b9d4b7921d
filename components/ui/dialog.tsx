"use client";

import { AlertDialog } from "@base-ui/react/alert-dialog";
import { Dialog as Plain } from "@base-ui/react/dialog";
import clsx from "clsx";
import { X } from "lucide-react";
import type { ReactElement, ReactNode } from "react";
import { buttonStyle } from "./button-style";
import { OverlaysInDialog } from "./overlay-place";

type DialogProps = {
  title: ReactNode;
  description?: ReactNode;
  /** The buttons, last one the verb. Put `DialogClose` around the one that only closes. */
  actions?: ReactNode;
  children?: ReactNode;
  trigger?: ReactElement;
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** Asks for a decision: no closing by a click beside it. */
  alert?: boolean;
  /** Name of the corner button; without it there is none. */
  closeLabel?: string;
  size?: "sm" | "md" | "lg";
};

const widths = { sm: "sm:max-w-sm", md: "sm:max-w-lg", lg: "sm:max-w-3xl" };

export function Dialog({
  title,
  description,
  actions,
  children,
  trigger,
  alert,
  closeLabel,
  size = "md",
  ...root
}: DialogProps) {
  const Part = alert ? AlertDialog : Plain;

  return (
    <Part.Root {...root}>
      {trigger && <Part.Trigger render={trigger} />}
      <Part.Portal>
        <OverlaysInDialog>
          <Part.Backdrop className="fixed inset-0 z-40 bg-backdrop transition-opacity duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0" />
          <Part.Viewport className="fixed inset-0 z-40 flex items-end justify-center sm:items-center sm:p-6">
            <Part.Popup
              className={clsx(
                "flex max-h-[92dvh] w-full flex-col rounded-t-xl bg-raised shadow-pop outline-none sm:max-h-full sm:rounded-xl",
                "transition-[opacity,transform] duration-150 data-ending-style:opacity-0 data-starting-style:opacity-0",
                "data-ending-style:translate-y-3 data-starting-style:translate-y-3 sm:data-ending-style:scale-98 sm:data-starting-style:scale-98",
                widths[size],
              )}
            >
              <header className="flex items-start justify-between gap-4 px-5 pt-4 pb-1">
                <div className="min-w-0">
                  <Part.Title className="font-semibold text-lg">{title}</Part.Title>
                  {description && (
                    <Part.Description className="mt-1 text-ink-2">{description}</Part.Description>
                  )}
                </div>
                {closeLabel && (
                  <Part.Close
                    aria-label={closeLabel}
                    className={buttonStyle("ghost", "icon", "-mr-2 -mt-0.5")}
                  >
                    <X aria-hidden className="size-4" />
                  </Part.Close>
                )}
              </header>
              {children && <div className="min-h-0 overflow-y-auto px-5 py-3">{children}</div>}
              {actions && (
                <footer className="mt-2 flex flex-col-reverse gap-2 border-line border-t px-5 py-3 *:w-full sm:flex-row sm:justify-end sm:*:w-auto">
                  {actions}
                </footer>
              )}
            </Part.Popup>
          </Part.Viewport>
        </OverlaysInDialog>
      </Part.Portal>
    </Part.Root>
  );
}

/** Closes the dialog around it: `<DialogClose render={<Button>Cancel</Button>} />`. */
export const DialogClose = Plain.Close;
