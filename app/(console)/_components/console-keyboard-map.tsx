"use client";

import { useTranslations } from "use-intl";
import { KeyboardMap } from "@/components/shell/keyboard-map";
import type { NavSection } from "@/components/shell/nav";
import { singleKeysCookie } from "@/components/shell/shortcuts";
import { writeCookie } from "@/components/ui/cookie";
import en from "@/messages/en.json";
import { shortcuts } from "./shortcuts";
import { openTo } from "./use-console-shortcuts";

type Props = {
  open: boolean;
  onOpenChange: (open: boolean) => void;
  places: readonly NavSection[];
  singleKeys: boolean;
  onSingleKeys: (on: boolean) => void;
};

/** The keyboard map, and the switch for keys that are easily pressed by accident. */
export function ConsoleKeyboardMap({ open, onOpenChange, places, singleKeys, onSingleKeys }: Props) {
  const t = useTranslations("keyboard");
  const close = useTranslations("ui")("close");

  return (
    <KeyboardMap
      open={open}
      onOpenChange={onOpenChange}
      title={t("title")}
      closeLabel={close}
      then={t("then")}
      or={t("or")}
      spoken={en.keyboard.key}
      groups={[
        {
          label: t("in.everywhere.title"),
          lines: openTo(places).map(({ key, keys }) => ({ words: t(`in.everywhere.lines.${key}`), keys })),
        },
        {
          label: t("in.tables.title"),
          lines: shortcuts.tables.map(({ key, keys }) => ({ words: t(`in.tables.lines.${key}`), keys })),
        },
        {
          label: t("in.columns.title"),
          lines: shortcuts.columns.map(({ key, keys }) => ({ words: t(`in.columns.lines.${key}`), keys })),
        },
        {
          label: t("in.timeline.title"),
          lines: shortcuts.timeline.map(({ key, keys }) => ({ words: t(`in.timeline.lines.${key}`), keys })),
        },
        {
          label: t("in.logs.title"),
          lines: shortcuts.logs.map(({ key, keys }) => ({ words: t(`in.logs.lines.${key}`), keys })),
        },
        {
          label: t("in.dialogs.title"),
          lines: shortcuts.dialogs.map(({ key, keys }) => ({ words: t(`in.dialogs.lines.${key}`), keys })),
        },
      ]}
    >
      <label className="flex items-start gap-2.5 rounded-lg bg-sunken px-3 py-2.5">
        <input
          type="checkbox"
          checked={singleKeys}
          onChange={(event) => {
            onSingleKeys(event.target.checked);
            writeCookie(singleKeysCookie, event.target.checked ? "on" : "off");
          }}
          className="mt-0.5 size-4 accent-accent"
        />
        <span>
          <span className="font-medium">{t("single-keys")}</span>
          <span className="block text-ink-2">{t("single-keys-hint")}</span>
        </span>
      </label>
    </KeyboardMap>
  );
}
