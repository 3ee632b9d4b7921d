"use client";

import { useState } from "react";
import { useTranslations } from "use-intl";
import type { NavSection } from "@/components/shell/nav";
import { Palette } from "@/components/shell/palette";
import { PaletteButton } from "@/components/shell/palette-button";
import { useGo } from "@/components/ui/use-go";
import type { Permission } from "@/lib/auth/permissions";
import { beginsWords } from "@/lib/search/match";
import type { Found } from "@/lib/search/schema";
import { versionLabel } from "@/lib/versions/label";
import { ConsoleKeyboardMap } from "./console-keyboard-map";
import { keepPick, type Pick, recentPicks } from "./recent-picks";
import { shortcuts } from "./shortcuts";
import { useConsoleShortcuts } from "./use-console-shortcuts";
import { type Entry, useEntries } from "./use-entries";
import { useFound } from "./use-found";

type Props = {
  /** Whose recent picks are kept. */
  reader: string;
  places: readonly NavSection[];
  granted: readonly Permission[];
  singleKeys: boolean;
};

/** The palette, the keyboard map and the keys that open them. */
export function Commands({ reader, places, granted, singleKeys: initialSingleKeys }: Props) {
  const t = useTranslations("palette");
  const go = useGo();
  const [shown, setShown] = useState<"palette" | "map" | null>(null);
  const [text, setText] = useState("");
  const [within, setWithin] = useState<Entry | null>(null);
  const [recent, setRecent] = useState<Pick[]>([]);
  const [singleKeys, setSingleKeys] = useState(initialSingleKeys);

  const typed = text.trim();
  const { found, status } = useFound(within ? "" : typed);
  const everything = useEntries({
    places,
    granted,
    recent,
    found: status === "searching" ? stillMeant(found, typed) : found,
    text: within ? "" : typed,
    tools: { showKeyboardMap: () => setShown("map") },
  });
  const groups = within
    ? [
        {
          id: within.id,
          label: within.label,
          items: within.steps?.filter((step) => beginsWords(step.label, typed)) ?? [],
        },
      ]
    : everything;
  const listed = groups.filter((group) => group.items.length > 0);
  const count = listed.reduce((sum, group) => sum + group.items.length, 0);

  function openPalette() {
    setText("");
    setWithin(null);
    setRecent(recentPicks(reader));
    setShown("palette");
  }

  function step(entry: Entry | null) {
    setText("");
    setWithin(entry);
  }

  function pick(entry: Entry, newTab: boolean) {
    setShown(null);
    if ("run" in entry) return entry.run();
    if (entry.pick) keepPick(reader, entry.pick);
    if (newTab) window.open(entry.href);
    else go(entry.href);
  }

  useConsoleShortcuts({ places, singleKeys, openPalette, showKeyboardMap: () => setShown("map") });

  return (
    <>
      <PaletteButton label={t("button")} keys={shortcuts.everywhere[0]?.keys[0] ?? []} onOpen={openPalette} />
      <Palette
        open={shown === "palette"}
        onOpenChange={(open) => setShown(open ? "palette" : null)}
        text={text}
        onText={setText}
        groups={listed}
        onPick={pick}
        within={within?.label ?? null}
        onStep={step}
        busy={status === "searching"}
        problem={status === "failed"}
        status={
          status === "failed"
            ? t("failed")
            : count > 0
              ? t("count", { count })
              : status === "searching"
                ? t("searching")
                : t("nothing", { text: typed })
        }
        labels={{
          title: t("title"),
          field: t("field"),
          placeholder: t(within ? "placeholder-within" : "placeholder"),
          move: t("move"),
          pick: t("pick"),
          more: t("more"),
          back: t("back"),
          close: t("close"),
        }}
      />
      <ConsoleKeyboardMap
        open={shown === "map"}
        onOpenChange={(open) => setShown(open ? "map" : null)}
        places={places}
        singleKeys={singleKeys}
        onSingleKeys={setSingleKeys}
      />
    </>
  );
}

/** Of what an earlier text found, what the present one may still mean. */
const stillMeant = (found: Found, text: string): Found => ({
  people: found.people.filter(({ name, username }) => beginsWords(`${name} ${username}`, text)),
  teams: found.teams.filter(({ name }) => beginsWords(name, text)),
  releases: found.releases.filter(({ channel, version, build }) =>
    beginsWords(`${channel} ${versionLabel(version, build)} ${version}`, text),
  ),
});
