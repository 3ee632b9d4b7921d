import type { Keys } from "@/components/ui/kbd";

export type Shortcut = { keys: Keys; run: () => void };

/** "off" where the reader wants no shortcuts of single keys. */
export const singleKeysCookie = "single-keys";

type Pressed = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "altKey">;

const modifiers = new Set(["Shift", "Control", "Alt", "AltGraph", "Meta", "CapsLock"]);

/** On a keyboard of another script, the letter that stands on the key as well. */
function letterOf({ key, code }: Pressed) {
  const latin = /^Key([A-Z])$/.exec(code)?.[1];
  return key.length === 1 && key > "\u007f" && latin ? latin : key;
}

/** A key as shortcuts write it: "Mod+K", "g", "?". Null where it belongs to no shortcut of ours. */
export function keyPressed(event: Pressed, mac: boolean): string | null {
  if (modifiers.has(event.key) || event.altKey) return null;
  const mod = mac ? event.metaKey : event.ctrlKey;
  if (mac ? event.ctrlKey : event.metaKey) return null;
  const key = letterOf(event);
  if (mod) return `Mod+${key.toUpperCase()}`;
  return key.length === 1 ? key.toLowerCase() : key;
}

/** One key further: the shortcut that it completes, or the keys held for one that goes on. */
export function advance<S extends { keys: Keys }>(
  shortcuts: readonly S[],
  held: Keys,
  key: string,
): { done: S | null; held: Keys } {
  const tried = [...held, key];
  const begun = shortcuts.filter(({ keys }) => tried.every((one, at) => keys[at] === one));
  const done = begun.find(({ keys }) => keys.length === tried.length);
  if (done) return { done, held: [] };
  if (begun.length > 0) return { done: null, held: tried };
  return held.length > 0 ? advance(shortcuts, [], key) : { done: null, held: [] };
}
