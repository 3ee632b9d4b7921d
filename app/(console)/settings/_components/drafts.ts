import type { SettingKey, Settings, SettingsPatch } from "@/lib/settings/schema";
import { type Fault, readEntry, type Value } from "./entry";

/** What is entered and not saved; `seen` is the value that stood there when the entry began. */
export type Draft = { text: string; seen: Value };
export type Drafts = Partial<Record<SettingKey, Draft>>;

export type Changes = {
  /** What would be saved. */
  patch: SettingsPatch;
  /** The values that it replaces. */
  seen: SettingsPatch;
  faults: Partial<Record<SettingKey, Fault>>;
  /** How many entries differ from what is stored, faulty ones included. */
  count: number;
};

/** What the drafts amount to, against the settings as they stand. */
export function changesOf(drafts: Drafts, settings: Settings): Changes {
  const changes: Changes = { patch: {}, seen: {}, faults: {}, count: 0 };
  for (const [name, draft] of Object.entries(drafts)) {
    const key = name as SettingKey;
    const entry = readEntry(key, draft.text);
    if ("fault" in entry) changes.faults[key] = entry;
    else if (entry.value === settings[key]) continue;
    else {
      Object.assign(changes.patch, { [key]: entry.value });
      Object.assign(changes.seen, { [key]: settings[key] });
    }
    changes.count++;
  }
  return changes;
}
