"use client";

import { Popover } from "@base-ui/react/popover";
import { SlidersHorizontal } from "lucide-react";
import { type ReactNode, useId, useRef } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { useOverlayPlace } from "@/components/ui/overlay-place";
import { RadioGroup } from "@/components/ui/radio-group";
import { type ColumnSpec, type Density, type GridLayout, stockLayout } from "./column";
import { ColumnPicker } from "./column-picker";

type ViewMenuProps<Row> = {
  columns: readonly ColumnSpec<Row>[];
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  /** Groups of the page's own, above the others. */
  children?: ReactNode;
};

/** How dense the rows are, and which columns are shown in which order. */
export function ViewMenu<Row>({ columns, layout, onLayout, children }: ViewMenuProps<Row>) {
  const t = useTranslations("ui.grid");
  const density = useId();
  const held = useRef(false);

  return (
    <Popover.Root
      onOpenChange={(open, details) => {
        // Whichever of the two hears Escape first: what is held goes back, and the popup stays.
        if (open || !(held.current || details.event.defaultPrevented)) return;
        details.cancel();
        details.allowPropagation();
      }}
    >
      <Popover.Trigger
        render={
          <Button>
            <SlidersHorizontal aria-hidden className="size-3.5 text-ink-2" />
            {t("view")}
          </Button>
        }
      />
      <Popover.Portal container={useOverlayPlace()}>
        <Popover.Positioner align="end" sideOffset={4} className="z-50 outline-none">
          <Popover.Popup
            aria-label={t("view")}
            className="pop flex max-h-(--available-height) w-64 max-w-(--available-width) flex-col gap-4 overflow-y-auto rounded-lg bg-raised p-3.5 shadow-pop outline-none"
          >
            {children}
            <RadioGroup<Density>
              label={t("density")}
              name={density}
              value={layout.density}
              options={(["comfortable", "compact"] as const).map((value) => ({ value, label: t(value) }))}
              onChange={(value) => onLayout({ ...layout, density: value })}
            />
            <div className="flex flex-col gap-1">
              <p className="font-medium">{t("columns")}</p>
              <ColumnPicker
                columns={columns}
                layout={layout}
                onLayout={onLayout}
                onHold={(holds) => {
                  held.current = holds;
                }}
              />
            </div>
            <Button
              className="shrink-0 self-start"
              onClick={() => onLayout({ ...stockLayout, density: layout.density })}
            >
              {t("reset")}
            </Button>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}
