import { writeSync } from "node:fs";

/** Calls back once when the process that started us is gone. */
export function endWithParent(onGone: () => void) {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, 1000).unref();
}

/** Prints a line at once, also into a pipe that a dying process would otherwise lose. */
export function say(line: string) {
  write(1, line);
}

export function complain(line: string) {
  write(2, line);
}

/** Ends the program with one message and no stack. */
export function fail(message: string): never {
  complain(message);
  process.exit(1);
}

function write(stream: 1 | 2, line: string) {
  try {
    writeSync(stream, `${line}\n`);
  } catch {
    // Nobody reads us any more.
  }
}

/** What went wrong, in words: a refused connection has its message one level down. */
export function explain(error: unknown): string {
  if (error instanceof AggregateError && !error.message) return error.errors.map(explain).join("; ");
  return error instanceof Error ? error.message : String(error);
}
