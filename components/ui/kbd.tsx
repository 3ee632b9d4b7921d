"use client";

import { Fragment, useSyncExternalStore } from "react";

/** Keys pressed one after the other, each perhaps with others held: `["Mod+K"]`, `["g", "u"]`. Mod is ⌘ on a Mac. */
export type Keys = readonly string[];

const never = () => () => undefined;

export const isMac = () => /Mac|iPhone|iPad/.test(navigator.platform);
const useMac = () => useSyncExternalStore(never, isMac, () => false);

const caps: Record<string, string> = {
  Mod: "Ctrl",
  ArrowUp: "↑",
  ArrowDown: "↓",
  ArrowLeft: "←",
  ArrowRight: "→",
  Escape: "Esc",
  PageUp: "Page Up",
  PageDown: "Page Down",
};
const macCaps: Record<string, string> = { ...caps, Mod: "⌘", Shift: "⇧" };

const cap = (names: Record<string, string>, part: string) =>
  names[part] ?? (part.length === 1 ? part.toUpperCase() : part);

const held = (key: string) => (key === "+" ? [key] : key.split("+"));

/** "Ctrl K", or "⌘K": as a hint within a button. */
export function KeyHint({ keys }: { keys: Keys }) {
  const mac = useMac();
  const names = mac ? macCaps : caps;
  return keys.flatMap((key) => held(key).map((part) => cap(names, part))).join(mac ? "" : " ");
}

type KeyCapsProps = {
  keys: Keys;
  /** What a screen reader says for a drawn key: "Up arrow" for ↑. */
  spoken?: Readonly<Record<string, string>> | undefined;
  /** Between keys that follow each other: "then". */
  then?: string | undefined;
};

/** The keys as caps. */
export function KeyCaps({ keys, spoken = {}, then }: KeyCapsProps) {
  const names = useMac() ? macCaps : caps;
  return (
    <span className="inline-flex items-center gap-1">
      {keys.map((key, at) => (
        <Fragment key={key}>
          {at > 0 && then && <span className="text-2xs text-ink-3">{then}</span>}
          {held(key).map((part) => (
            <kbd
              key={part}
              className="inline-grid h-5 min-w-5 place-items-center rounded-sm border border-line-strong border-b-2 bg-panel px-1 font-sans text-2xs text-ink-2"
            >
              {spoken[part] ? (
                <>
                  <span aria-hidden>{cap(names, part)}</span>
                  <span className="sr-only">{spoken[part]}</span>
                </>
              ) : (
                cap(names, part)
              )}
            </kbd>
          ))}
        </Fragment>
      ))}
    </span>
  );
}
