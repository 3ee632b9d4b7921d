/** Codes of the gateway that an app is likely to decide by, and four of the library's own. */
export type ProblemCode =
  | "invalid-request"
  | "invalid-credentials"
  | "account-disabled"
  | "app-not-allowed"
  | "seat-taken"
  | "session-ended"
  | "unauthenticated"
  | "unknown-type"
  | "too-large"
  | "internal"
  /** No answer: no network, or no gateway at that address. */
  | "unreachable"
  /** An answer that is not Rollcall's: another server, or a proxy in between. */
  | "unexpected-answer"
  /** Nobody is signed in here, or not any more. */
  | "not-signed-in"
  /** 32 changes already wait for the gateway. */
  | "too-many-waiting";

export type InvalidField = { path: string; message: string };

/** What the gateway refused, or why it could not be asked. Decide by `code` alone. */
export class Problem extends Error {
  override name = "Problem";
  /** `(string & {})`: version 1 of the protocol only grows. */
  readonly code: ProblemCode | (string & {});
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The whole problem document, for what some codes add. */
  readonly body: Readonly<Record<string, unknown>>;

  constructor(code: ProblemCode | (string & {}), title?: string, status?: number, body = {}) {
    super(title ?? code);
    this.code = code;
    this.status = status;
    this.body = body;
  }

  /** With `invalid-request`: which parts of what was sent are wrong. */
  get invalidFields(): InvalidField[] {
    const { errors } = this.body;
    if (!Array.isArray(errors)) return [];
    return errors.map((error) => ({
      path: String(error?.path ?? ""),
      message: String(error?.message ?? ""),
    }));
  }
}

/** Reads RFC 9457; the code is the end of `type`. */
export function readProblem(body: unknown, status?: number): Problem {
  if (typeof body !== "object" || body === null || !("type" in body) || typeof body.type !== "string")
    return new Problem("unexpected-answer", undefined, status);
  const code = body.type.slice(body.type.lastIndexOf("/") + 1);
  const title = "title" in body && typeof body.title === "string" ? body.title : undefined;
  return new Problem(code, title, status, body);
}
