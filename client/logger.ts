import { createLines, type Fields, lineOf, type Message, rankOf } from "./log-lines";
import type { LogLevel } from "./protocol";

export type LoggerOptions = {
  /** So many lines from before a request are sent with it; none unless said. They stay in memory until then. */
  keep?: number;
  /** Which of them. */
  keepLevel?: LogLevel;
};

const mostKeptChars = 2 ** 20;

/** What an app writes its log with. Where nobody wants a line, it costs a comparison. */
export function createLogger(nowMs: () => number, { keep = 0, keepLevel = "info" }: LoggerOptions = {}) {
  const kept = createLines({ most: keep, mostChars: mostKeptChars });
  const idle = keep > 0 ? rankOf(keepLevel) : 0;
  let wanted = idle;
  let sink: (line: string) => void = kept.push.bind(kept);

  const write = (level: LogLevel, message: Message, fields?: Fields) =>
    sink(lineOf(nowMs(), level, message, fields));

  return {
    log: {
      error(message: Message, fields?: Fields) {
        if (wanted >= 1) write("error", message, fields);
      },
      warn(message: Message, fields?: Fields) {
        if (wanted >= 2) write("warn", message, fields);
      },
      info(message: Message, fields?: Fields) {
        if (wanted >= 3) write("info", message, fields);
      },
      debug(message: Message, fields?: Fields) {
        if (wanted >= 4) write("debug", message, fields);
      },
    },
    /** From now on lines go there; what was kept and is grave enough goes first. */
    begin(level: LogLevel, to: (line: string) => void) {
      wanted = rankOf(level);
      for (const line of kept.take(Number.POSITIVE_INFINITY))
        if (rankOf(JSON.parse(line).level) <= wanted) to(line);
      sink = to;
    },
    end() {
      wanted = idle;
      sink = kept.push.bind(kept);
    },
  };
}
export type Logger = ReturnType<typeof createLogger>;
