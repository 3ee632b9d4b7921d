import { openedIn, stockView } from "@/app/_components/view-address";
import { begin, redo, step, type Undoable, undo } from "@/lib/reports/undo";

type How = "push" | "replace";

/** The addresses of the report, step by step, and which of them the browser has yet to confirm. */
export type Steps = {
  addresses: Undoable<string>;
  own: readonly string[];
  /** How the last of them enters the history of the browser. */
  how: How;
};

export const beginAt = (address: string): Steps => ({ addresses: begin(address), own: [], how: "replace" });

const at = (steps: Steps, addresses: Undoable<string>, how: How): Steps =>
  addresses.now === steps.addresses.now ? steps : { addresses, own: [...steps.own, addresses.now], how };

export const stepped = (steps: Steps, address: string, how: How) =>
  at(steps, step(steps.addresses, address), how);
export const undone = (steps: Steps) => at(steps, undo(steps.addresses), "replace");
export const redone = (steps: Steps) => at(steps, redo(steps.addresses), "replace");

/** The browser shows an address: one of ours that arrives, or another, by Back or a layout that was chosen, which is a step. */
export function followed(steps: Steps, address: string): Steps {
  const place = steps.own.indexOf(address);
  if (place !== -1) return { ...steps, own: steps.own.slice(place + 1) };
  if (address === steps.addresses.now) return steps;
  return { addresses: step(steps.addresses, address), own: [], how: "replace" };
}

/**
 * What is shown is another layout's from now on, and so are the steps of the one that it was: to take one back leads to its columns,
 * not to a layout as it was stored then.
 */
export function adopted(steps: Steps, address: string): Steps {
  const { now, past, future } = steps.addresses;
  const [before, after] = [layoutIn(now), openedIn(new URLSearchParams(address))];
  const renamed = (other: string) => {
    if (layoutIn(other) !== before || !after) return other;
    const next = new URLSearchParams(other);
    next.set("view", after.view);
    next.set("at", String(after.at ?? 0));
    return next.toString();
  };
  return at(steps, { now: address, past: past.map(renamed), future: future.map(renamed) }, "replace");
}
const layoutIn = (address: string) => openedIn(new URLSearchParams(address))?.view ?? stockView;
