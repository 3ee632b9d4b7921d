// The client library takes the same out before anything leaves the device: client/redact.ts is this file once more,
// because it imports nothing of ours. A test holds the two together.

const jwt = /eyJ[\w-]{8,}\.[\w-]{4,}(?:\.[\w-]*)?/g;
const credentials = /\b(bearer|basic)(\s+)[\w.~+/=-]{8,}/gi;
const secret =
  /((?:token|password|passwd|passphrase|secret|authorization|cookie|api[_-]?key|cvv|cvc)["']?\s{0,3}[=:]\s{0,3})("[^"]{1,200}"|'[^']{1,200}'|[^\s"'&,;]{3,})/gi;
const random = /[\w-]{32,}/g;
const mail = /[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}/g;
const digits = /\d(?:[ -]?\d){13,}/g;
/** What card numbers begin with: years and epoch times do not. */
const issuer = /^(?:[3-6]|2(?:2[2-9]|[3-6]|7[01]|720))/;
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
    .replace(digits, withoutCards)
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

/** Patterns as administrators write them, `KD-######, @@##*`: `#` a digit, `@` a letter, one `*` any number of visible characters. */
export function readPatterns(written: string | null): RegExp[] {
  const patterns = (written ?? "").split(",").map((pattern) => pattern.trim());
  return patterns.filter((pattern) => pattern !== "").map(toRegExp);
}

function toRegExp(pattern: string): RegExp {
  const source = pattern
    .replaceAll(/[\\^$.|?+()[\]{}/-]/g, "\\$&")
    .replaceAll("#", "\\d")
    .replaceAll("@", "[A-Za-z]")
    .replaceAll("*", "[^\\s]{0,200}");
  return new RegExp(source, "gi");
}

/** Names and identifiers have one case, or no digit. */
const looksRandom = (text: string) => /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);

/** Digits in groups, of which any that follow one another may be a card: other figures stand beside it. */
function withoutCards(found: string): string {
  const groups = [...found.matchAll(/\d+/g)].map(({ 0: text, index }) => ({ text, from: index }));
  let [left, done] = ["", 0];
  for (const [at, { from }] of groups.entries()) {
    const end = endOfCard(groups, at);
    if (end === null) continue;
    if (from >= done) left += `${found.slice(done, from)}[card]`;
    done = Math.max(done, end);
  }
  return left + found.slice(done);
}
type Group = { text: string; from: number };

/** Where the longest card ends that begins with a group. */
function endOfCard(groups: readonly Group[], at: number): number | null {
  let [number, end]: [string, number | null] = ["", null];
  for (let group = groups[at]; group; group = groups[++at]) {
    number += group.text;
    if (number.length > 19) break;
    if (number.length >= 14 && isCard(number)) end = group.from + group.text.length;
  }
  return end;
}

/** By how cards begin, and the check digit that every one has. */
function isCard(number: string): boolean {
  if (!issuer.test(number)) return false;
  let sum = 0;
  for (let place = 0; place < number.length; place++) {
    const value = Number(number.at(-1 - place)) * (place % 2 === 0 ? 1 : 2);
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
