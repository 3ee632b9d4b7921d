"use client";

import { ChevronDown } from "lucide-react";
import { useTranslations } from "use-intl";
import { moveItem } from "@/components/arrange/move";
import { Menu, MenuItem, MenuSeparator } from "@/components/ui/menu";
import type { Content } from "@/lib/layouts/content";
import type { Column } from "@/lib/reports/catalogue";
import { mostGroups, mostSorts } from "@/lib/reports/schema";
import { groupedBy, headZone, inHead, placed, shelfZone } from "./board";

type HeadMenuProps = {
  column: Column;
  name: string;
  content: Content;
  onChange: (next: Content) => void;
  onArrange: (next: Content) => void;
  onFilter: () => void;
};

/** What can be done with a column, for those who do not drag, too. */
export function HeadMenu({ column, name, content, onChange, onArrange, onFilter }: HeadMenuProps) {
  const t = useTranslations("reports.head");
  const { id } = column;
  const head = inHead(content);
  const at = head.indexOf(id);
  const others = content.sort.filter((term) => term.id !== id);
  const isSorted = others.length < content.sort.length;
  const sortBy = (desc: boolean, first: Content["sort"] = []) =>
    onChange({ ...content, sort: [...first, { id, desc }] });
  const put = (order: readonly string[]) => {
    const before = order[order.indexOf(id) + 1] ?? null;
    onArrange(placed(content, id, { zone: headZone, before }));
  };
  const previous = head[at - 1];
  const next = head[at + 1];

  return (
    <Menu
      align="start"
      trigger={
        <button
          type="button"
          tabIndex={-1}
          data-head-menu
          aria-label={t("menu", { column: name })}
          className="grid size-6 place-items-center rounded-md text-ink-3 opacity-0 hover:bg-chip hover:text-ink focus-visible:opacity-100 group-focus-within/head:opacity-100 group-hover/head:opacity-100 data-popup-open:opacity-100 pointer-coarse:opacity-100"
        >
          <ChevronDown aria-hidden className="size-3.5" />
        </button>
      }
    >
      <MenuItem onSelect={() => sortBy(false)}>{t("ascending")}</MenuItem>
      <MenuItem onSelect={() => sortBy(true)}>{t("descending")}</MenuItem>
      {others.length > 0 && others.length < mostSorts && (
        <>
          <MenuItem onSelect={() => sortBy(false, others)}>{t("then-ascending")}</MenuItem>
          <MenuItem onSelect={() => sortBy(true, others)}>{t("then-descending")}</MenuItem>
        </>
      )}
      {isSorted && (
        <MenuItem onSelect={() => onChange({ ...content, sort: others })}>{t("unsorted")}</MenuItem>
      )}
      <MenuSeparator />
      <MenuItem onSelect={onFilter}>{t("filter")}</MenuItem>
      {column.groups && content.group.length < mostGroups && (
        <MenuItem onSelect={() => onChange(groupedBy(content, id))}>{t("group")}</MenuItem>
      )}
      <MenuSeparator />
      {previous !== undefined && (
        <MenuItem onSelect={() => put(moveItem(head, id, previous))}>{t("left")}</MenuItem>
      )}
      {next !== undefined && (
        <MenuItem onSelect={() => put(moveItem(head, id, head[at + 2] ?? null))}>{t("right")}</MenuItem>
      )}
      {head.length > 1 && (
        <MenuItem onSelect={() => onArrange(placed(content, id, { zone: shelfZone, before: null }))}>
          {t("remove")}
        </MenuItem>
      )}
    </Menu>
  );
}
