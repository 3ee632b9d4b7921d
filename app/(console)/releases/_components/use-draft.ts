"use client";

import { useState } from "react";
import { reached } from "@/app/_components/reached";
import type { ErrorCode } from "@/lib/errors";
import { CreateRelease } from "@/lib/releases/schema";
import { createDraft, saveDraft } from "../actions";
import { type Draft, inputOf, type OtherNotes } from "./draft";

export type DraftErrors = Partial<Record<keyof Draft, string>>;

export type DraftForm = {
  draft: Draft;
  errors: DraftErrors;
  timeZone: string;
  set: <K extends keyof Draft>(key: K, value: Draft[K]) => void;
};

type Given = {
  id: string | null;
  revision: number;
  initial: Draft;
  others: OtherNotes;
  timeZone: string;
};

const fieldOf: Partial<Record<ErrorCode, keyof Draft>> = { "unknown-team": "teams", "unknown-user": "users" };
const sentence = (message: string) => `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;

/** A draft while somebody types it: what was saved last, what differs from it, and what is wrong. */
export function useDraft({ id, revision: seen, initial, others, timeZone }: Given) {
  const [draft, setDraft] = useState(initial);
  const [saved, setSaved] = useState({ draft: initial, revision: seen });
  const [errors, setErrors] = useState<DraftErrors>({});
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const keys = Object.keys(draft) as (keyof Draft)[];
  const unsaved = keys.filter(
    (key) => JSON.stringify(draft[key]) !== JSON.stringify(saved.draft[key]),
  ).length;

  const form: DraftForm = {
    draft,
    errors,
    timeZone,
    set(key, value) {
      setErrors(({ [key]: _, ...rest }) => rest);
      // What was seen in the store is the version that was typed then.
      const seen = key === "version" || key === "build" ? { inStore: false } : {};
      setDraft((before) => ({ ...before, ...seen, [key]: value }));
    },
  };

  /** Judges what was typed; false where something is to be corrected first. */
  function judge() {
    const parsed = CreateRelease.safeParse(inputOf(draft, timeZone, others));
    setErrors(parsed.success ? {} : errorsIn(parsed.error.issues));
    return parsed.success;
  }

  /** The id of what was saved; null where it was not. */
  async function save(): Promise<string | null> {
    setFailed(null);
    if (!judge()) return null;
    if (id !== null && unsaved === 0) return id;
    const input = inputOf(draft, timeZone, others);
    const { channel: _, ...change } = input;
    const result = await reached(
      id === null
        ? createDraft(input)
        : saveDraft({ id, change: { ...change, build: input.build ?? null, revision: saved.revision } }),
    );
    if (result.ok) {
      setSaved({ draft, revision: result.value.revision });
      return result.value.id;
    }
    const field = fieldOf[result.code];
    if (field) setErrors({ [field]: result.code });
    setFailed(result.code);
    return null;
  }

  return { form, revision: saved.revision, unsaved, failed, save };
}

/** By the field in which it was typed, the first of each. */
function errorsIn(issues: readonly { path: PropertyKey[]; message: string }[]): DraftErrors {
  const found = issues.map(({ path: [first, second], message }) => [
    first === "signOut" && typeof second === "string" ? second : String(first),
    sentence(message),
  ]);
  return Object.fromEntries(found.toReversed());
}
