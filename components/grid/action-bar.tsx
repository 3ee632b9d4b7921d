"use client";

import { X } from "lucide-react";
import { type ReactNode, useEffect, useEffectEvent } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { KeyHint } from "@/components/ui/kbd";

type ActionBarProps = { count: number; onClear: () => void; children?: ReactNode };

const copyKeys = ["Mod+C"];

/** What can be done to the selected rows; over the end of the list while there are any. */
export function ActionBar({ count, onClear, children }: ActionBarProps) {
  const t = useTranslations("ui.grid");
  const any = count > 0;
  const clear = useEffectEvent(onClear);

  // Wherever the focus is, but for a field and for what stands over the page.
  useEffect(() => {
    if (!any) return;
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== "Escape" || event.defaultPrevented) return;
      const within = event.target instanceof Element ? event.target : null;
      if (!within?.closest("input:not([type=checkbox]), textarea, [role=dialog], [role=alertdialog]"))
        clear();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [any]);

  return (
    <>
      <p role="status" className="sr-only">
        {count > 0 && t("selected", { count })}
      </p>
      {count > 0 && (
        <div
          role="toolbar"
          aria-label={t("actions")}
          className="fixed inset-x-0 bottom-5 z-20 mx-auto flex w-fit max-w-[calc(100vw-2rem)] flex-wrap items-center gap-2 rounded-lg bg-raised py-2 pr-2 pl-4 shadow-pop"
        >
          <span className="num font-medium">{t("selected", { count })}</span>
          <span className="mr-2 text-ink-2 text-xs">
            <KeyHint keys={copyKeys} /> {t("copies")}
          </span>
          {children}
          <Button variant="ghost" size="icon" aria-label={t("clear-selection")} onClick={onClear}>
            <X aria-hidden className="size-4" />
          </Button>
        </div>
      )}
    </>
  );
}
