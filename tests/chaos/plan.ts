import { type Random, randomFrom } from "./random";
import type { Stay } from "./stay";

/** What one app does in the storm: drawn before it begins, so that a seed repeats it. */
export type Plan = {
  number: number;
  username: string;
  app: Stay["app"];
  address: string;
  takesOver: boolean;
  speaks: "by socket" | "by requests";
  /** How many states it tells at once, again and again. */
  bursts: number[];
  leaves: "signs out" | "vanishes" | "stays";
  random: Random;
};

export function planVisits(seed: number, count: number, usernames: readonly string[]): Plan[] {
  const random = randomFrom(seed);
  return Array.from({ length: count }, (_, number) => {
    const draw = random.next();
    return {
      number,
      username: usernames[random.between(0, usernames.length - 1)] ?? "",
      app: random.chance(0.6) ? "Agent Desktop" : "Mobile",
      address: `10.1.${number >> 8}.${number & 255}`,
      takesOver: random.chance(0.8),
      speaks: random.chance(0.8) ? "by socket" : "by requests",
      bursts: Array.from({ length: random.between(0, 4) }, () =>
        random.between(1, random.chance(0.1) ? 24 : 6),
      ),
      leaves: draw < 0.2 ? "signs out" : draw < 0.6 ? "vanishes" : "stays",
      random: randomFrom(random.between(0, 2 ** 31)),
    };
  });
}
