/** Random numbers that come again with their seed (mulberry32). */
export function randomFrom(seed: number) {
  let state = seed | 0;

  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  return {
    next,
    chance: (probability: number) => next() < probability,
    /** A whole number from `least` to `most`. */
    between: (least: number, most: number) => least + Math.floor(next() * (most - least + 1)),
  };
}
export type Random = ReturnType<typeof randomFrom>;

/** `CHAOS_SEED` repeats a run's plan; what the machine makes of it is not repeatable. */
export const seed = Number(process.env.CHAOS_SEED || Math.floor(Math.random() * 2 ** 31));

process.stdout.write(`CHAOS_SEED=${seed}\n`);
