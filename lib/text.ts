import { z } from "zod";
import { speakPlainly } from "./issue-words";

speakPlainly();

// Format characters that reverse or hide text are out; the joiners that scripts and emoji need are in.
const readable = /^(?:[^\p{Cc}\p{Cf}\p{Cs}]|[\u200c\u200d])*$/u;
const visible = /[^\p{C}\p{Z}]/u;

const absentOrOther = ({ input }: { input?: unknown }) =>
  input === undefined ? "is required" : "must be a text";

/** A line that people read: trimmed, with something to see in it, without control characters. */
export const line = (max: number) =>
  z
    .string({ error: absentOrOther })
    .trim()
    .min(1, "must not be empty")
    .max(max, `must have at most ${max} characters`)
    .regex(readable, "must not contain control characters")
    .regex(visible, "must contain something to see");

/** The same with line breaks. */
export const paragraph = (max: number) =>
  z
    .string({ error: absentOrOther })
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
