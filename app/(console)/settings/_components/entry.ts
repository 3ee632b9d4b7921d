import { type SettingKey, Settings } from "@/lib/settings/schema";
import { kinds, mayBeNone } from "./catalogue";
import { readSpan, type Span, toSpan } from "./span";

export type Value = Settings[SettingKey];

/** What is wrong with an entry; `bound` in the unit of the setting. */
export type Fault =
  | { fault: "too-small" | "too-large"; bound: number }
  | { fault: "no-span" | "not-whole" | "no-count" | "no-time" | "no-zone" | "no-patterns" | "missing" };

export type Entry = { value: Value } | Fault;

const perStored = { seconds: 1, minutes: 60 } as const;

/** The value that a text stands for, judged by the setting's own schema. */
export function readEntry(key: SettingKey, text: string): Entry {
  const trimmed = text.trim();
  if (trimmed === "") return mayBeNone(key) ? { value: null } : { fault: "missing" };
  const { kind } = kinds[key];
  const meant = meantBy(key, trimmed);
  const read = Settings.shape[key].safeParse(meant);
  if (read.success) return { value: read.data };
  const [issue] = read.error.issues;
  if (issue?.code === "too_small") return { fault: "too-small", bound: Number(issue.minimum) };
  if (issue?.code === "too_big") return { fault: "too-large", bound: Number(issue.maximum) };
  const unreadable = meant === undefined || kind !== "span";
  return { fault: unreadable ? faults[kind] : "not-whole" };
}

const faults = {
  span: "no-span",
  count: "no-count",
  time: "no-time",
  zone: "no-zone",
  choice: "missing",
  patterns: "no-patterns",
} as const;

/** What the schema is to judge; undefined where the text says nothing of the kind. */
function meantBy(key: SettingKey, text: string): unknown {
  const kind = kinds[key];
  switch (kind.kind) {
    case "span": {
      const seconds = readSpan(text, kind.unit);
      return seconds === undefined ? undefined : seconds / perStored[kind.storedIn];
    }
    case "count":
      return /^\d+$/.test(text) ? Number(text) : undefined;
    case "time":
      // 4:00 is 04:00.
      return /^\d:\d\d$/.test(text) ? `0${text}` : text;
    default:
      return text;
  }
}

/** A number of the setting's unit as a length of time; undefined where it is none. */
export function spanOf(key: SettingKey, value: Value): Span | undefined {
  const kind = kinds[key];
  if (kind.kind !== "span" || typeof value !== "number") return undefined;
  return toSpan(value * perStored[kind.storedIn]);
}
