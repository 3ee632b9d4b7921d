/** Usernames by what became of them. */
export type Forced = {
  done: string[];
  /** Left alone until that is said a second time. */
  onInteraction: string[];
  /** Their session was over by then. */
  signedOut: string[];
  outOfReach: string[];
};

export const nothingForced: Forced = { done: [], onInteraction: [], signedOut: [], outOfReach: [] };

/** What became of all of them, where some who were on an interaction may have been asked about again. */
export function together(before: Forced, answer: Forced): Forced {
  const again = new Set([...settled(answer), ...answer.onInteraction]);
  return {
    done: [...before.done, ...answer.done],
    onInteraction: [...before.onInteraction.filter((name) => !again.has(name)), ...answer.onInteraction],
    signedOut: [...before.signedOut, ...answer.signedOut],
    outOfReach: [...before.outOfReach, ...answer.outOfReach],
  };
}

/** Those for whom nothing is left to do. */
export const settled = ({ done, signedOut, outOfReach }: Forced) => [...done, ...signedOut, ...outOfReach];

/** Those to whom it is still to be done: who was on an interaction may be off it by now. */
export function remaining<T extends { username: string }>(asked: readonly T[], forced: Forced): T[] {
  const over = new Set(settled(forced));
  return asked.filter(({ username }) => !over.has(username));
}

/** Those of whom nothing is known, as it was stopped or failed before their turn. */
export function notReached<T extends { username: string }>(asked: readonly T[], forced: Forced): T[] {
  const busy = new Set(forced.onInteraction);
  return remaining(asked, forced).filter(({ username }) => !busy.has(username));
}
