"use client";

import clsx from "clsx";
import { useTranslations } from "use-intl";
import { pinnedCell, pinnedHead } from "./pin";

export const selectWidth = 40;

const box = "block size-3.5 cursor-pointer accent-accent";

/** Ticked by whoever listens to the body. */
export function SelectCell({ selected, name, pinned }: { selected: boolean; name: string; pinned: boolean }) {
  const t = useTranslations("ui.grid");
  return (
    <td
      className={clsx(
        "border-line border-b py-0 pr-0 pl-3.5 group-last/row:border-b-0",
        pinned && clsx("left-0", pinnedCell),
      )}
      data-select
    >
      <input
        type="checkbox"
        checked={selected}
        readOnly
        tabIndex={-1}
        aria-label={t("select", { name })}
        className={box}
      />
    </td>
  );
}

type SelectAllProps = { pinned: boolean; selected: boolean; some: boolean; onToggle: () => void };

export function SelectAll({ pinned, selected, some, onToggle }: SelectAllProps) {
  const t = useTranslations("ui.grid");
  return (
    <th
      scope="col"
      className={clsx(
        "h-8 border-line-strong border-b py-0 pr-0 pl-3.5",
        pinned && clsx("left-0", pinnedHead),
      )}
    >
      <input
        type="checkbox"
        ref={(input) => {
          if (input) input.indeterminate = some && !selected;
        }}
        checked={selected}
        onChange={onToggle}
        aria-label={t("select-all")}
        className={box}
      />
    </th>
  );
}
