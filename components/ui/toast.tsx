"use client";

import { Toast as Base } from "@base-ui/react/toast";
import clsx from "clsx";
import { CircleCheck, OctagonAlert, X } from "lucide-react";
import { type ReactNode, useCallback } from "react";
import { buttonStyle } from "./button-style";

type Toast = {
  title: ReactNode;
  description?: ReactNode;
  tone?: "done" | "danger";
  /** Undo, mostly. */
  action?: { label: string; onPress: () => void };
};

const shownForMs = 6000;
const shownForActionMs = 12_000;

/** Returns `toast(...)`. A failure stays until it is closed. */
export function useToast() {
  const { add } = Base.useToastManager();
  return useCallback(
    ({ title, description, tone = "done", action }: Toast) => {
      add({
        title,
        description,
        type: tone,
        priority: tone === "danger" ? "high" : "low",
        timeout: tone === "danger" ? 0 : action ? shownForActionMs : shownForMs,
        ...(action && { actionProps: { children: action.label, onClick: action.onPress } }),
      });
    },
    [add],
  );
}

type ToastProviderProps = { closeLabel: string; label?: string | undefined; children: ReactNode };

export function ToastProvider({ closeLabel, label, children }: ToastProviderProps) {
  return (
    <Base.Provider>
      {children}
      <Base.Portal>
        <Base.Viewport
          {...(label && { "aria-label": label })}
          className="fixed right-4 bottom-4 z-50 flex w-[calc(100vw-2rem)] flex-col-reverse gap-2 outline-none sm:w-92"
        >
          <ToastList closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts, close } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className="rounded-lg bg-raised shadow-pop transition-[opacity,transform] duration-150 data-ending-style:translate-x-4 data-starting-style:translate-y-3 data-ending-style:opacity-0 data-starting-style:opacity-0 data-limited:hidden"
    >
      <Base.Content className="flex items-start gap-2.5 py-2.5 pr-2 pl-3.5">
        <span
          aria-hidden
          className={clsx("mt-0.5 [&_svg]:size-4", toast.type === "danger" ? "text-danger" : "text-ready")}
        >
          {toast.type === "danger" ? <OctagonAlert /> : <CircleCheck />}
        </span>
        <div className="min-w-0 flex-1 py-px">
          <Base.Title className="font-medium" />
          <Base.Description className="whitespace-pre-line text-ink-2" />
        </div>
        {toast.actionProps && (
          <Base.Action
            className={buttonStyle("secondary", "sm")}
            // Beside the action's own: what was taken back cannot be taken back twice.
            onClick={() => close(toast.id)}
          />
        )}
        <Base.Close aria-label={closeLabel} className={buttonStyle("ghost", "iconSm")}>
          <X aria-hidden className="size-3.5" />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
