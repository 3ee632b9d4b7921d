"use client";

import { SlidersHorizontal } from "lucide-react";
import type { ReactNode } from "react";
import { useTranslations } from "use-intl";
import { Button } from "@/components/ui/button";
import { Menu, MenuChoice, MenuItem, MenuSeparator, MenuTicks } from "@/components/ui/menu";
import { type ColumnSpec, type Density, type GridLayout, inOrder, isShown, stockLayout } from "./column";

type ViewMenuProps<Row> = {
  columns: readonly ColumnSpec<Row>[];
  layout: GridLayout;
  onLayout: (layout: GridLayout) => void;
  /** Groups of the page's own, above the others. */
  children?: ReactNode;
};

/** How dense the rows are, and which columns are shown. */
export function ViewMenu<Row>({ columns, layout, onLayout, children }: ViewMenuProps<Row>) {
  const t = useTranslations("ui.grid");
  const shown = columns.filter((column) => isShown(column, layout));

  function toggle(id: string) {
    const column = columns.find((other) => other.id === id);
    if (!column) return;
    const hide = isShown(column, layout);
    if (hide && shown.length === 1) return;
    onLayout({ ...layout, hidden: { ...layout.hidden, [id]: hide } });
  }

  return (
    <Menu
      trigger={
        <Button>
          <SlidersHorizontal aria-hidden className="size-3.5 text-ink-2" />
          {t("view")}
        </Button>
      }
    >
      {children}
      {children && <MenuSeparator />}
      <MenuChoice<Density>
        label={t("density")}
        value={layout.density}
        options={(["comfortable", "compact"] as const).map((value) => ({ value, label: t(value) }))}
        onChange={(density) => onLayout({ ...layout, density })}
      />
      <MenuSeparator />
      <MenuTicks
        label={t("columns")}
        options={inOrder(columns, layout).map(({ id, header }) => ({
          value: id,
          label: header,
          ticked: shown.some((column) => column.id === id),
        }))}
        onToggle={toggle}
      />
      <MenuSeparator />
      <MenuItem onSelect={() => onLayout({ ...stockLayout, density: layout.density })}>{t("reset")}</MenuItem>
    </Menu>
  );
}
