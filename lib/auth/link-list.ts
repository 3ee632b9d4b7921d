import type { PasswordLink } from "./password-links";

/** A one-time link as it is handed out. */
export type LinkLine = { username: string; name: string; email: string; link: string };

type Person = { id: string; username: string; name: string; email: string | null };

/** The links of these people, in their order. */
export function linkLines(people: readonly Person[], links: readonly PasswordLink[]): LinkLine[] {
  const linkOf = new Map(links.map(({ userId, url }) => [userId, url]));
  return people.map(({ id, username, name, email }) => ({
    username,
    name,
    email: email ?? "",
    link: linkOf.get(id) ?? "",
  }));
}

const heads = ["username", "name", "email", "link"] as const;

/** As a table, with heads that a mail merge reads. */
export const linkTable = (lines: readonly LinkLine[]): string[][] => [
  [...heads],
  ...lines.map((line) => heads.map((head) => line[head])),
];

export const linkFile = "one-time-links.csv";
