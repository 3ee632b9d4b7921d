// The gateway takes the same out once more: lib/logs/redact.ts says why there are two.

const jwt = /eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g;
const credentials = /\b(bearer|basic)(\s+)[\w.~+/=-]{8,}/gi;
const secret =
  /((?:token|password|passwd|passphrase|secret|authorization|cookie|api[_-]?key|cvv|cvc)["']?\s{0,3}[=:]\s{0,3})("[^"]{1,200}"|'[^']{1,200}'|[^\s"'&,;]{3,})/gi;
const random = /[\w-]{32,}/g;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const digits = /\d(?:[ -]?\d){13,18}/g;
const phone = /(^|[^\w.:/+-])(\+\d[\d ()./-]{6,18}\d|0\d[\d /-]{6,14}\d)(?!\d)/g;

/** Keys of fields whose values are nobody's business. */
const secretKey = /token|passw|passphrase|secret|authorization|cookie|api[_-]?key|^(?:pin|cvv|cvc)$/i;

/** Takes out of a text what must not be kept: tokens, card and phone numbers, mail addresses, and what is the centre's own. */
export function redactText(text: string, own: readonly RegExp[]): string {
  let left = text
    .replace(jwt, "[token]")
    .replace(credentials, "$1$2[token]")
    .replace(secret, "$1[token]")
    .replace(random, (found) => (looksRandom(found) ? "[token]" : found))
    .replace(mail, "[mail]")
    .replace(digits, (found: string, at: number, whole: string) =>
      standsAlone(whole, at, found.length) && isCard(found) ? "[card]" : found,
    )
    .replace(phone, "$1[phone]");
  for (const pattern of own) left = left.replace(pattern, "[redacted]");
  return left;
}

/** A field's value, cleaned by `clean`: within lists and objects, too, but not deeper than anybody reads. */
function cleanValue(value: unknown, clean: (text: string) => string, depth: number): unknown {
  if (typeof value === "string") return clean(value);
  if (typeof value === "number") {
    const text = String(value);
    return clean(text) === text ? value : clean(text);
  }
  if (typeof value !== "object" || value === null) return value;
  if (depth >= 8) return "…";
  if (Array.isArray(value)) return value.map((one) => cleanValue(one, clean, depth + 1));
  return cleanFields(value, clean, depth + 1);
}

/** The fields of a structured line; those that hold a secret by their name, without it. */
export function cleanFields(fields: object, clean: (text: string) => string, depth = 0): Fields {
  return Object.fromEntries(
    Object.entries(fields).map(([key, value]) => [
      clean(key),
      secretKey.test(key) ? "[token]" : cleanValue(value, clean, depth),
    ]),
  );
}
type Fields = Record<string, unknown>;

/** A pattern of the centre's own: `#` a digit, `@` a letter, one `*` the rest of a word. */
export function readPattern(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[\\^$.|?+()[\]{}/-]/g, "\\$&")
    .replaceAll("#", "\\d")
    .replaceAll("@", "[A-Za-z]")
    .replaceAll("*", "[^\\s]{0,200}");
  return new RegExp(source, "gi");
}

/** Names and identifiers have one case, or no digit. */
const looksRandom = (text: string) => /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);

const standsAlone = (whole: string, at: number, length: number) =>
  !/\d/.test(whole.charAt(at - 1)) && !/\d/.test(whole.charAt(at + length));

/** By the check digit that every card has. */
function isCard(text: string): boolean {
  const sum = [...text.replaceAll(/\D/g, "")].reverse().reduce((total, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return sum % 10 === 0;
}
