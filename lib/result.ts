import type { ErrorCode } from "./errors";

/** What a command returns: its outcome, or a closed code that the caller must handle. */
export type Result<T, C extends ErrorCode = never, D = undefined> =
  | { ok: true; value: T }
  | { ok: false; code: C; detail: D };

export const ok = <T>(value: T) => ({ ok: true as const, value });

export function fail<C extends ErrorCode>(code: C): { ok: false; code: C; detail: undefined };
export function fail<C extends ErrorCode, D>(code: C, detail: D): { ok: false; code: C; detail: D };
export function fail(code: ErrorCode, detail?: unknown) {
  return { ok: false as const, code, detail };
}

/** What is wrong with an input that only a command can tell, by the names that its caller wrote. */
export type Faults = { errors: { path: string; message: string }[] };
