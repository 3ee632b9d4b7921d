import { v4, v7 } from "uuid";

/** Random numbers that come again with their seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed | 0;

  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from `least` to `most`. */
  const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
  const bytes = () => Uint8Array.from({ length: 16 }, () => between(0, 255));

  return {
    next,
    between,
    chance: (probability: number) => next() < probability,
    pick<T>(from: readonly T[]): T {
      const found = from[between(0, from.length - 1)];
      if (found === undefined) throw new Error("there is nothing to pick from");
      return found;
    },
    /** One of the choices, each as likely as its weight says. */
    weighted<T>(choices: readonly (readonly [T, number])[]): T {
      let left = next() * choices.reduce((sum, [, weight]) => sum + weight, 0);
      for (const [choice, weight] of choices) {
        left -= weight;
        if (left < 0) return choice;
      }
      throw new Error("there is nothing to pick from");
    },
    /** How long until something that happens every `mean` on average: often short, now and then long. */
    around: (mean: number) => Math.round(-mean * Math.log(1 - next())),
    /** A UUID that sorts by its time. */
    id: (atMs: number) => v7({ msecs: atMs, random: bytes() }),
    installId: () => v4({ random: bytes() }),
    /** A stream of its own: what one person draws changes nothing for the next. */
    fork: () => randomFrom(between(0, 2 ** 31)),
  };
}
export type Random = ReturnType<typeof randomFrom>;
