import type { Line } from "./line";

export const logFormats = ["log", "ndjson"] as const;
export type LogFormat = (typeof logFormats)[number];

/** A line for a file: to be read, or to be read by a program. */
export function formatLine({ at, level, message, fields }: Line, format: LogFormat): string {
  const time = at?.toISOString() ?? null;
  if (format === "ndjson") return JSON.stringify({ ...fields, at: time, level, message });
  const named = Object.entries(fields ?? {}).map(([key, value]) => `${keyOf(key)}=${JSON.stringify(value)}`);
  // Further lines of a message are set in, so that each line of the log begins at the edge.
  return [
    time ?? "-",
    (level ?? "-").toUpperCase().padEnd(5),
    message.replaceAll("\n", "\n    "),
    ...named,
  ].join(" ");
}

/** An app names its fields as it likes: what is no plain word is quoted, lest it look like another line or field. */
const keyOf = (key: string) => (/^[^\s="]+$/.test(key) ? key : JSON.stringify(key));
