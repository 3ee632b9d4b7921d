import type { LogLevel } from "@/prisma/generated/enums";
import { cleanFields, redactText } from "./redact";

/** A line of a log. What is no JSON is all `message`. */
export type Line = {
  at: Date | null;
  level: LogLevel | null;
  message: string;
  fields: Record<string, unknown> | null;
};

/** Of one line, in characters. */
export const longestLine = 65_536;

// Between the parts of a stored line, and instead of a line break within one: neither is left in a text that was cleaned.
const between = "\u001f";
const lineBreak = "\u2028";

/** Reads a line as an app sent it; whatever could act on a terminal or turn text round is made visible, secrets are taken out. */
export function readLine(sent: string, own: readonly RegExp[]): Line {
  const parsed = sent.length <= longestLine ? parseObject(sent) : undefined;
  if (!parsed) return { at: null, level: null, message: cleaned(cut(sent), own), fields: null };
  const { at, time, timestamp, ts, level, severity, message, msg, ...others } = parsed;
  const text = message ?? msg;
  const fields = Object.keys(others).length === 0 ? null : cleanFields(others, (text) => cleaned(text, own));
  return {
    at: readTime(at ?? time ?? timestamp ?? ts),
    level: readLevel(level ?? severity),
    message: text === undefined ? "" : cleaned(typeof text === "string" ? text : safeJson(text), own),
    fields,
  };
}

const cut = (text: string) =>
  text.length <= longestLine ? text : `${text.slice(0, longestLine)}… [cut: ${text.length} characters]`;

const cleaned = (text: string, own: readonly RegExp[]) => visible(redactText(text, own));

function parseObject(text: string): Record<string, unknown> | undefined {
  if (!text.startsWith("{")) return undefined;
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** Deeper than a stack: not worth reading. */
function safeJson(value: unknown): string {
  try {
    return JSON.stringify(value) ?? "";
  } catch {
    return "…";
  }
}

function readTime(value: unknown): Date | null {
  if (typeof value !== "string" && typeof value !== "number") return null;
  const at = new Date(value);
  const year = at.getUTCFullYear();
  return year >= 2000 && year < 3000 ? at : null;
}

const levelNames: Record<string, LogLevel> = {
  fatal: "error",
  error: "error",
  err: "error",
  critical: "error",
  warn: "warn",
  warning: "warn",
  info: "info",
  notice: "info",
  log: "info",
  debug: "debug",
  verbose: "debug",
  trace: "debug",
};

/** By its name in any case, or by the number that pino writes. */
function readLevel(value: unknown): LogLevel | null {
  if (typeof value === "string") {
    const name = value.toLowerCase();
    return Object.hasOwn(levelNames, name) ? (levelNames[name] ?? null) : null;
  }
  if (typeof value !== "number") return null;
  if (value >= 50) return "error";
  if (value >= 40) return "warn";
  return value >= 30 ? "info" : "debug";
}

const unseen = /[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu;

/** Escape codes and the like as the sign for what they are. */
const visible = (text: string) => text.replace(unseen, (found) => picture(found.charCodeAt(0), found));

function picture(code: number, found: string) {
  if (found === "\n" || found === "\t") return found;
  if (code < 0x20) return String.fromCharCode(0x2400 + code);
  return code === 0x7f ? "\u2421" : "\ufffd";
}

/** One line of text for a line of a log. */
export function writeLine({ at, level, message, fields }: Line): string {
  const parts = [at?.toISOString() ?? "", level ?? "", message.replaceAll("\n", lineBreak)];
  return (fields ? [...parts, JSON.stringify(fields)] : parts).join(between);
}

/** The level of the stored line that begins there, without reading all of it. */
export function levelOf(written: string, from: number): LogLevel | null {
  const begin = written.indexOf(between, from) + 1;
  return readLevel(written.slice(begin, written.indexOf(between, begin)));
}

export function parseLine(written: string): Line {
  const [at = "", level = "", message = "", fields] = written.split(between);
  return {
    at: at === "" ? null : new Date(at),
    level: readLevel(level),
    message: message.replaceAll(lineBreak, "\n"),
    fields: fields === undefined ? null : (parseObject(fields) ?? null),
  };
}
