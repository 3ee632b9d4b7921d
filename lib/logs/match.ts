import type { LogLevel } from "@/prisma/generated/enums";
import { levelOf } from "./line";

type Wanted = { text: string; levels: readonly LogLevel[] };

/** Which lines of a piece have a text, by their place in it, and how many lines it has. */
export function matchesIn(written: string, { text, levels }: Wanted) {
  if (written === "") return { matches: [], lines: 0 };
  const wanted = text.toLowerCase();
  // Levels are stored in small letters.
  const within = wanted === "" ? written : written.toLowerCase();
  const matches: number[] = [];
  let place = 0;
  let from = 0;
  // From hit to hit, not from line to line: most lines have none.
  for (let hit = within.indexOf(wanted); hit !== -1; hit = within.indexOf(wanted, from)) {
    for (let end = within.indexOf("\n", from); end !== -1 && end < hit; end = within.indexOf("\n", from)) {
      place++;
      from = end + 1;
    }
    if (levels.length === 0 || isAmong(levels, levelOf(within, from))) matches.push(place);
    const end = within.indexOf("\n", hit);
    if (end === -1) break;
    place++;
    from = end + 1;
  }
  return { matches, lines: place + linesFrom(within, from) };
}

const isAmong = (levels: readonly LogLevel[], level: LogLevel | null) =>
  level !== null && levels.includes(level);

function linesFrom(text: string, from: number) {
  let count = 1;
  for (let at = text.indexOf("\n", from); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
