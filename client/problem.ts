/** Codes of the gateway that an app is likely to decide by, and five of the library's own. */
export type ProblemCode =
  | "invalid-request"
  | "invalid-credentials"
  | "account-disabled"
  | "app-not-allowed"
  | "password-change-required"
  | "update-required"
  | "os-too-old"
  | "seat-taken"
  | "session-ended"
  | "unauthenticated"
  | "too-many-attempts"
  | "unavailable"
  | "unknown-type"
  | "too-large"
  | "internal"
  /** No answer: no network, or no gateway at that address. */
  | "unreachable"
  /** An answer that is not Rollcall's: another server, or a proxy in between. */
  | "unexpected-answer"
  /** Nobody is signed in here, or not any more. */
  | "not-signed-in"
  /** 30 changes already wait for the gateway. */
  | "too-many-waiting"
  /** An interaction that is not open here, told without its channel and direction. */
  | "unknown-interaction";

export type InvalidField = { path: string; message: string };

type Details = {
  status?: number | undefined;
  body?: Readonly<Record<string, unknown>>;
  retryAfterSeconds?: number | undefined;
};

/** What the gateway refused, or why it could not be asked. Decide by `code` alone. */
export class Problem extends Error {
  override name = "Problem";
  /** `(string & {})`: version 1 of the protocol only grows. */
  readonly code: ProblemCode | (string & {});
  /** The HTTP status, where there was an answer. */
  readonly status: number | undefined;
  /** The whole problem document, for what some codes add. */
  readonly body: Readonly<Record<string, unknown>>;
  /** With `too-many-attempts` and `unavailable`: before that, trying again is of no use. */
  readonly retryAfterSeconds: number | undefined;

  constructor(
    code: ProblemCode | (string & {}),
    title?: string,
    { status, body = {}, retryAfterSeconds }: Details = {},
  ) {
    super(title ?? code);
    this.code = code;
    this.status = status;
    this.body = body;
    this.retryAfterSeconds = retryAfterSeconds;
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

  /** With `password-change-required`: the page where the person sets a password of their own, once. */
  get passwordLink(): string | undefined {
    const { link } = this.body;
    return typeof link === "string" && /^https?:/.test(link) ? link : undefined;
  }

  /** Whether the same may well be answered otherwise in a while. */
  get passes(): boolean {
    return (
      this.code === "unreachable" ||
      this.code === "unexpected-answer" ||
      this.status === 429 ||
      (this.status !== undefined && this.status >= 500)
    );
  }
}

/** Reads RFC 9457; the code is the end of `type`. */
export function readProblem(body: unknown, status?: number, retryAfter?: string | null): Problem {
  const seconds = Number(retryAfter || Number.NaN);
  const details = { status, retryAfterSeconds: seconds >= 0 ? seconds : undefined };
  if (typeof body !== "object" || body === null || !("type" in body) || typeof body.type !== "string")
    return new Problem("unexpected-answer", undefined, details);
  const code = body.type.slice(body.type.lastIndexOf("/") + 1);
  const title = "title" in body && typeof body.title === "string" ? body.title : undefined;
  return new Problem(code, title, { ...details, body: { ...body } });
}
