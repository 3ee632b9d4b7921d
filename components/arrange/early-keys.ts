import { KeyboardCode } from "@dnd-kit/core";

const heeded = new Set<string>(Object.values(KeyboardCode));

let keeping = false;

/**
 * dnd-kit listens to keys from a task after the one in which something was lifted. What is pressed before then, where the browser is
 * busy, is pressed again once it listens, one key in a task.
 */
export function keepEarlyKeys() {
  // Lifted by such a key.
  if (keeping) return;
  keeping = true;
  const kept: KeyboardEvent[] = [];
  let again: KeyboardEvent | null = null;
  const keep = (event: KeyboardEvent) => {
    if (event === again || !heeded.has(event.code) || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (!event.repeat) kept.push(event);
  };
  const press = () => {
    const event = kept.shift();
    if (!event) {
      keeping = false;
      return window.removeEventListener("keydown", keep, { capture: true });
    }
    again = new KeyboardEvent(event.type, event);
    event.target?.dispatchEvent(again);
    setTimeout(press);
  };
  window.addEventListener("keydown", keep, { capture: true });
  // Its own timer is set after the outer one of these, and before the inner one.
  setTimeout(() => setTimeout(press));
}
