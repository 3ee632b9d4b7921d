import { z } from "zod";

const leastCharacters = 8;
const mostCharacters = 1024;

type PasswordRule = "length" | "not-name" | "not-one-character";
type Whose = { username: string; name: string };

/** What a person's own choice of a password must keep to, and whether it does. */
export function passwordRules(password: string, { username, name }: Whose): Record<PasswordRule, boolean> {
  const letters = plain(password);
  const characters = [...password];
  return {
    length: characters.length >= leastCharacters && password.length <= mostCharacters,
    "not-name": password !== "" && letters !== plain(username) && letters !== plain(name),
    "not-one-character": new Set(characters).size > 1,
  };
}

export const keepsRules = (password: string, whose: Whose) =>
  Object.values(passwordRules(password, whose)).every(Boolean);

const plain = (text: string) => text.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");

/** A password as it arrives, to be judged by the rules. */
export const NewPassword = z.string().min(1).max(mostCharacters);
