import type { ErrorCode } from "@/lib/errors";

/** Why somebody was left as they were by what was done to several. */
export type LeftCode =
  | Extract<
      ErrorCode,
      | "unknown-user"
      | "not-allowed"
      | "own-account"
      | "account-disabled"
      | "last-administrator"
      | "not-signed-in"
      | "on-interaction"
    >
  | "not-locked";

export type Left = { name: string; code: LeftCode };

/** Nobody knows more of these than what they were called. */
export const unknownOnes = (usernames: readonly string[]): Left[] =>
  usernames.map((name) => ({ name, code: "unknown-user" }));

/** Parts people by whether something stands against doing it to them. */
export function partBy<P extends { name: string }>(
  people: readonly P[],
  against: (person: P) => LeftCode | null,
) {
  const judged = people.map((person) => ({ person, code: against(person) }));
  return {
    chosen: judged.filter(({ code }) => code === null).map(({ person }) => person),
    left: judged.flatMap(({ person: { name }, code }): Left[] => (code === null ? [] : [{ name, code }])),
  };
}
