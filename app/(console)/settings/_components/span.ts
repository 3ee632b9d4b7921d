/** Lengths of time as people write them: one number, one unit. */

export type Unit = "seconds" | "minutes" | "hours" | "days";
export type Span = { count: number; unit: Unit };

const secondsIn: Record<Unit, number> = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 };
const largestFirst = ["days", "hours", "minutes"] as const;

/** In the largest unit of which there are at least two: 60 s, 30 min, 12 h, 31 days. */
export function toSpan(seconds: number): Span {
  const unit = largestFirst.find((unit) => seconds % secondsIn[unit] === 0 && seconds / secondsIn[unit] >= 2);
  return unit ? { count: seconds / secondsIn[unit], unit } : { count: seconds, unit: "seconds" };
}

const words: readonly [RegExp, Unit][] = [
  [/^(s|secs?|seconds?)$/, "seconds"],
  [/^(m|mins?|minutes?)$/, "minutes"],
  [/^(h|hrs?|hours?)$/, "hours"],
  [/^(d|days?)$/, "days"],
];

/** The seconds of `90 s`, `30 min`, `1.5 h`; a bare number is in `unit`. Undefined where it cannot be read. */
export function readSpan(text: string, unit: Unit): number | undefined {
  const match = /^(\d+(?:[.,]\d+)?)\s*([a-z]*)\.?$/.exec(text.trim().toLowerCase());
  if (!match?.[1]) return undefined;
  const told = match[2] ? words.find(([word]) => word.test(match[2] ?? ""))?.[1] : unit;
  if (!told) return undefined;
  return Math.round(Number(match[1].replace(",", ".")) * secondsIn[told]);
}
