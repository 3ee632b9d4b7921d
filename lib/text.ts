import { z } from "zod";
import { speakPlainly } from "./issue-words";

speakPlainly();

// Format characters that reverse or hide text are out; the joiners that scripts and emoji need are in.
const readable = /^(?:[^\p{Cc}\p{Cf}\p{Cs}]|[\u200c\u200d])*$/u;
const visible = /[^\p{C}\p{Z}]/u;

const absentOrOther = ({ input }: { input?: unknown }) =>
  input === undefined ? "is required" : "must be a text";

const text = () => z.string({ error: absentOrOther });

/** A line that people read: trimmed, with something to see in it, without control characters. */
export const line = (max: number) => lineOf(text(), max);

/** The same in the one form in which what looks alike is alike; judged as it will be kept. */
export const normalLine = (max: number) => lineOf(text().normalize("NFKC"), max);

const lineOf = (from: z.ZodString, max: number) =>
  from
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    .regex(readable, "must not contain control characters")
    .regex(visible, "must contain something to see");

/** The same with line breaks. */
export const paragraph = (max: number) =>
  text()
    .transform((text) => text.replaceAll(/\r\n?/g, "\n").trim())
    .pipe(
      z
        .string()
        .min(1, "must not be empty")
        .max(max, `must have at most ${max} characters`)
        .regex(visible, "must contain something to see")
        .refine(
          (text) => readable.test(text.replaceAll(/[\n\t]/g, "")),
          "must not contain control characters",
        ),
    );

/** What somebody typed to find something: what cannot be found is left out, not refused. */
export const SearchText = z.string().transform((text) =>
  text
    .replaceAll(/\p{Cc}/gu, " ")
    .trim()
    .slice(0, 128),
);

/** A moment of our time, as a text with its offset. */
export const instant = z.iso
  .datetime({ offset: true })
  .transform((text) => new Date(text))
  .refine((date) => date.getUTCFullYear() >= 1970 && date.getUTCFullYear() < 3000, "must be of our time");

const folded = (text: string) => text.normalize("NFKD").replaceAll(/\p{M}/gu, "").toLowerCase();

/** True if every word that was typed is somewhere in the text, whatever its case and accents. */
export function isFound(text: string, typed: string): boolean {
  const within = folded(text);
  return folded(typed)
    .split(/\s+/)
    .every((word) => within.includes(word));
}
