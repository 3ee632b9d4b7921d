import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import { type SettingKey, Settings, type SettingsPatch } from "@/lib/settings/schema";
import { saveSettings } from "../actions";
import { changesOf, type Drafts } from "./drafts";
import { readEntry } from "./entry";
import { useSettingWords } from "./use-setting-words";

/** What is entered over the settings as they stand, and how it is saved. */
export function useSettingsEditor(settings: Settings) {
  const t = useTranslations("settings");
  const problem = useTranslations("problem");
  const words = useSettingWords();
  const toast = useToast();
  const router = useRouter();
  const [drafts, setDrafts] = useState<Drafts>({});
  // An entry is judged when it is done, not at every letter.
  const [entering, setEntering] = useState<SettingKey>();
  const [failed, setFailed] = useState<ErrorCode>();
  const [pending, startTransition] = useTransition();
  const changes = changesOf(drafts, settings);
  const { patch, seen, faults } = changes;
  const entered = Settings.parse({ ...settings, ...patch });

  function set(key: SettingKey, text: string) {
    setEntering(key);
    setDrafts((all) => ({ ...all, [key]: { text, seen: all[key]?.seen ?? settings[key] } }));
  }

  /** What was read is shown as it was understood: `90` becomes `90 s`. */
  function leave(key: SettingKey) {
    setEntering(undefined);
    const draft = drafts[key];
    const entry = draft && readEntry(key, draft.text);
    if (entry && "value" in entry) set(key, words.textOf(key, entry.value));
    setEntering(undefined);
  }

  function entryOf(key: SettingKey) {
    const draft = drafts[key];
    const fault = key === entering ? undefined : faults[key];
    const unsaved = key in patch || faults[key] !== undefined;
    const overtaken = draft && unsaved && draft.seen !== settings[key] ? settings[key] : undefined;
    return { text: draft?.text ?? words.textOf(key, settings[key]), fault, unsaved, overtaken };
  }

  function discard() {
    setDrafts({});
    setFailed(undefined);
  }

  /** Saves what is valid over what was on the screen. */
  const save = () => store(patch, seen, { undone: false });

  function store(next: SettingsPatch, before: SettingsPatch, { undone }: { undone: boolean }) {
    startTransition(async () => {
      const result = await reached(saveSettings({ patch: next, seen: before }));
      startTransition(() => {
        if (result.ok && !undone) setDrafts({});
        setFailed(result.ok || undone ? undefined : result.code);
        router.refresh();
      });
      if (!result.ok) {
        if (undone) toast({ tone: "danger", title: t("not-saved"), description: problem(result.code) });
        return;
      }
      const undo = { label: t("undo"), onPress: () => store(before, next, { undone: true }) };
      toast({
        title: undone ? t("undone") : t("saved"),
        description: told(before, next),
        ...(!undone && { action: undo }),
      });
    });
  }

  const told = (before: SettingsPatch, next: SettingsPatch) =>
    (Object.keys(next) as SettingKey[])
      .map((key) =>
        t("change", {
          name: words.nameOf(key),
          from: words.wordsOf(key, before[key] ?? null),
          to: words.wordsOf(key, next[key] ?? null),
        }),
      )
      .join("\n");

  return {
    ...changes,
    /** As they would stand once saved. */
    entered,
    timeZone: entered.timeZone,
    pending,
    /** Why the last attempt to save changed nothing. */
    failed,
    set,
    leave,
    entryOf,
    discard,
    save,
    /** Judges everything that is entered. */
    judge: () => setEntering(undefined),
  };
}
export type SettingsEditor = ReturnType<typeof useSettingsEditor>;
