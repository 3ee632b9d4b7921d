import { type LogLevel, logLevels } from "./protocol";

/** 1 is the gravest; 0 is nothing at all. */
export const rankOf = (level: LogLevel) => logLevels.indexOf(level) + 1;

const longestMessage = 16_000;
const longestLine = 60_000;

/** A text, or how it is made: that is not called where the line is not wanted. */
export type Message = string | (() => string);
export type Fields = object | (() => object);

/** A line as it travels. What cannot be written as JSON, or is too long, is left out, and it says so. */
export function lineOf(atMs: number, level: LogLevel, message: Message, fields?: Fields): string {
  const whole = textOf(message);
  const text =
    whole.length > longestMessage
      ? `${whole.slice(0, longestMessage)}… [cut: ${whole.length} characters]`
      : whole;
  const own = { at: new Date(atMs).toISOString(), level, message: text };
  try {
    const line = JSON.stringify({ ...(typeof fields === "function" ? fields() : fields), ...own });
    if (line.length <= longestLine) return line;
  } catch {
    // A circle, say.
  }
  return JSON.stringify({ ...own, fields: "[left out]" });
}

/** An app must not break because somebody reads its log. */
function textOf(message: Message): string {
  try {
    return String(typeof message === "function" ? message() : message);
  } catch (error) {
    return `[no text: ${error}]`;
  }
}

/** Lines up to so many characters, oldest first. */
export function createLines({ most, mostChars }: { most: number; mostChars: number }) {
  let lines: string[] = [];
  let chars = 0;

  return {
    get chars() {
      return chars;
    },
    get length() {
      return lines.length;
    },
    /** False where there is no room. */
    add(line: string): boolean {
      if (lines.length >= most || chars + line.length > mostChars) return false;
      lines.push(line);
      chars += line.length;
      return true;
    },
    /** Makes room by letting go of the oldest. */
    push(line: string) {
      while (lines.length > 0 && (lines.length >= most || chars + line.length > mostChars))
        chars -= lines.shift()?.length ?? 0;
      this.add(line);
    },
    /** Takes the oldest out, up to so many characters, but one at least. */
    take(upTo: number): string[] {
      let count = 0;
      let taken = 0;
      for (const line of lines) {
        if (count > 0 && taken + line.length > upTo) break;
        count++;
        taken += line.length;
      }
      chars -= taken;
      return lines.splice(0, count);
    },
    clear() {
      lines = [];
      chars = 0;
    },
  };
}
