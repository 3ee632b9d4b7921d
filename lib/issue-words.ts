import { z } from "zod";

const kinds: Record<string, string> = {
  string: "a text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  object: "an object",
  array: "a list",
};

/** What is wrong with a value, for whoever sent it; undefined leaves zod's own words. */
function wordsFor(issue: z.core.$ZodRawIssue): string | undefined {
  switch (issue.code) {
    case "invalid_type":
      if (issue.input === undefined) return "is required";
      return kinds[issue.expected] && `must be ${kinds[issue.expected]}`;
    case "invalid_value":
      return `must be ${issue.values.length > 1 ? "one of " : ""}${issue.values.join(", ")}`;
    case "too_small":
      return issue.origin === "string"
        ? undefined
        : `must be at least ${issue.minimum}${unitOf(issue.origin)}`;
    case "too_big":
      return issue.origin === "string"
        ? undefined
        : `must be at most ${issue.maximum}${unitOf(issue.origin)}`;
    case "unrecognized_keys":
      return `has what is not known here: ${issue.keys.join(", ")}`;
    default:
      return undefined;
  }
}

const unitOf = (origin: string) => (origin === "array" ? " long" : "");

/** Words of ours for everything that is parsed in this process. */
export function speakPlainly() {
  z.config({ customError: wordsFor });
}
