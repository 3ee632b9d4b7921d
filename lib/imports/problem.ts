import type { Field } from "./fields";

/** What may be wrong with a line; the screen and the API have the words. */
export const problemCodes = [
  "open-quote",
  "stray-quote",
  "extra-cells",
  "missing",
  "bad-username",
  "bad-text",
  "too-long",
  "bad-email",
  "number-mangled",
  "unknown-role",
  "unknown-team",
  "short-password",
  "weak-password",
  "twice-in-file",
  "number-twice-in-file",
  "number-taken",
  "taken-meanwhile",
  "out-of-reach",
  "own-role",
  "last-administrator",
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** What a line does that its reader should know before it is done. */
export const noticeCodes = ["loses-role", "loses-team", "is-disabled"] as const;
type NoticeCode = (typeof noticeCodes)[number];

type About<C> = {
  line: number;
  field: Field | null;
  value: string;
  code: C;
  /** The other line, the other user, or the most characters. */
  other: string;
};
export type Problem = About<ProblemCode>;
export type Notice = About<NoticeCode>;

/** What is said of each line. */
export function byLine<T extends { line: number }>(said: readonly T[]): ReadonlyMap<number, T[]> {
  const found = new Map<number, T[]>();
  for (const one of said) {
    const others = found.get(one.line);
    if (others) others.push(one);
    else found.set(one.line, [one]);
  }
  return found;
}
