import type { LogLevel } from "@/prisma/generated/enums";
import { levelOf } from "./line";
import { patternOf } from "./pattern";

type Wanted = { text: string; levels: readonly LogLevel[] };

/** Which lines of a piece have a text, by their place in it, and how many lines it has. */
export function matchesIn(written: string, { text, levels }: Wanted) {
  if (written === "") return { matches: [], lines: 0 };
  const pattern = patternOf(text);
  const matches: number[] = [];
  let place = 0;
  let from = 0;
  // From hit to hit, not from line to line: most lines have none.
  for (let hit = pattern.exec(written)?.index; hit !== undefined; hit = pattern.exec(written)?.index) {
    for (let end = written.indexOf("\n", from); end !== -1 && end < hit; end = written.indexOf("\n", from)) {
      place++;
      from = end + 1;
    }
    if (levels.length === 0 || isAmong(levels, levelOf(written, from))) matches.push(place);
    const end = written.indexOf("\n", hit);
    if (end === -1) break;
    place++;
    from = end + 1;
    pattern.lastIndex = from;
  }
  return { matches, lines: place + linesFrom(written, from) };
}

const isAmong = (levels: readonly LogLevel[], level: LogLevel | null) =>
  level !== null && levels.includes(level);

function linesFrom(text: string, from: number) {
  let count = 1;
  for (let at = text.indexOf("\n", from); at !== -1; at = text.indexOf("\n", at + 1)) count++;
  return count;
}
