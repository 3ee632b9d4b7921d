"use client";

import { useState, useTransition } from "react";
import { useTranslations } from "use-intl";
import { reached } from "@/app/_components/reached";
import { useToast } from "@/components/ui/toast";
import type { ErrorCode } from "@/lib/errors";
import type { EditTeam } from "@/lib/teams/schema";
import { editTeam } from "../../actions";

type Settings = Required<{ [K in keyof EditTeam["seen"]]: Exclude<EditTeam["seen"][K], undefined> }>;
export type SettingKey = keyof Settings;

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/**
 * One setting of a team while somebody edits it. What others save meanwhile shows beside the draft and is never overwritten
 * unseen; what is saved here can be taken back.
 */
export function useSetting<K extends SettingKey>(id: string, key: K, saved: Settings[K], done: string) {
  const undo = useTranslations("ui")("undo");
  const problem = useTranslations("problem");
  const toast = useToast();
  const [draft, setDraft] = useState<{ value: Settings[K]; from: Settings[K] } | null>(null);
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const [justSaved, setJustSaved] = useState(false);
  const [pending, startTransition] = useTransition();
  const dirty = draft !== null && !same(draft.value, saved);

  const write = (value: Settings[K], seen: Settings[K]) =>
    // Where the console itself cannot be reached, the draft stays.
    reached(editTeam({ id, [key]: value, seen: { [key]: seen } }));

  async function takeBack(value: Settings[K]) {
    const result = await write(saved, value);
    if (!result.ok) toast({ title: problem(result.code), tone: "danger" });
  }

  function save() {
    if (!draft || !dirty || pending) return;
    const { value } = draft;
    startTransition(async () => {
      const result = await write(value, saved);
      setFailed(result.ok ? null : result.code);
      if (!result.ok) return;
      setDraft(null);
      setJustSaved(true);
      toast({ title: done, action: { label: undo, onPress: () => void takeBack(value) } });
    });
  }

  return {
    value: draft ? draft.value : saved,
    dirty,
    pending,
    failed,
    justSaved: justSaved && !dirty,
    overtaken: dirty && !same(draft.from, saved),
    change(value: Settings[K]) {
      setJustSaved(false);
      setFailed(null);
      setDraft({ value, from: draft && dirty ? draft.from : saved });
    },
    save,
    discard() {
      setDraft(null);
      setFailed(null);
    },
  };
}

export type EditedSetting = Omit<ReturnType<typeof useSetting>, "value" | "change">;
