import type { Placed } from "@/lib/logs/beside";

/** A row of the viewer: a line by its number, or something that happened to the agent. */
export type Row = { line: number; happening?: undefined } | { line?: undefined; happening: Placed };

/** What is shown: all lines of a log, or those of some numbers; with what happened between them. */
export type Shown = {
  /** How many lines the log has. */
  lines: number;
  /** Null for all of them. */
  numbers: readonly number[] | null;
  happenings: readonly Placed[];
};

export type Rows = ReturnType<typeof rowsOf>;

/** The rows of a log of any length: nothing is laid out for a line that nobody looks at. */
export function rowsOf({ lines, numbers, happenings }: Shown) {
  const count = numbers ? numbers.length : lines;
  const rank = (line: number) => (numbers ? countBelow(numbers, line) : Math.min(line, lines));
  // Where among the rows each happening stands: behind the lines before it, and the happenings before it.
  const places = happenings.map(({ before }, at) => rank(before) + at);
  const lineAt = (at: number) => (numbers ? numbers[at] : at);

  return {
    total: count + happenings.length,
    at(index: number): Row | undefined {
      const before = countBelow(places, index);
      const happening = happenings[before];
      if (places[before] === index && happening) return { happening };
      const line = index < 0 || index - before >= count ? undefined : lineAt(index - before);
      return line === undefined ? undefined : { line };
    },
    /** The row of a line; of the next that is shown where it is not. */
    indexOf(line: number): number {
      const at = rank(line);
      // As many happenings stand before it as were placed before it or at it.
      return at + countBelow(happenings, line + 1, ({ before }) => before);
    },
  };
}

/** How many of a sorted list are below a number. */
export function countBelow(sorted: readonly number[], limit: number): number;
export function countBelow<T>(sorted: readonly T[], limit: number, of: (item: T) => number): number;
export function countBelow<T>(sorted: readonly T[], limit: number, of: (item: T) => number = Number): number {
  let from = 0;
  let to = sorted.length;
  while (from < to) {
    const middle = (from + to) >> 1;
    const item = sorted[middle];
    if (item !== undefined && of(item) < limit) from = middle + 1;
    else to = middle;
  }
  return from;
}

/** Those of a sorted list that are in another one, too. */
export function both(some: readonly number[], others: readonly number[]): number[] {
  const found: number[] = [];
  let at = 0;
  for (const number of some) {
    while ((others[at] ?? Number.POSITIVE_INFINITY) < number) at++;
    if (others[at] === number) found.push(number);
  }
  return found;
}
