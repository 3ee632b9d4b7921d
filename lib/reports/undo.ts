/** Something that is being arranged, with what it was before and what was taken back. */
export type Undoable<T> = { now: T; past: readonly T[]; future: readonly T[] };

/** So many steps are kept. */
export const mostSteps = 100;

export const begin = <T>(now: T): Undoable<T> => ({ now, past: [], future: [] });

/** A step; one that changes nothing is none. */
export function step<T>({ now, past, future }: Undoable<T>, next: T): Undoable<T> {
  if (next === now) return { now, past, future };
  return { now: next, past: [...past, now].slice(-mostSteps), future: [] };
}

export function undo<T>(state: Undoable<T>): Undoable<T> {
  const [before] = state.past.slice(-1);
  if (state.past.length === 0 || before === undefined) return state;
  return { now: before, past: state.past.slice(0, -1), future: [state.now, ...state.future] };
}

export function redo<T>(state: Undoable<T>): Undoable<T> {
  const [next, ...future] = state.future;
  if (next === undefined) return state;
  return { now: next, past: [...state.past, state.now], future };
}
