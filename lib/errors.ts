/** Every error code of Rollcall with its HTTP status: the same on screens, in the gateway and in the admin API. */
export const errorStatus = {
  "invalid-request": 422,
  "too-large": 413,
  "not-found": 404,
  "not-allowed": 403,
  "needs-a-person": 403,
  unauthenticated: 401,
  unavailable: 503,
  internal: 500,
  "invalid-credentials": 401,
  "session-ended": 401,
  "stream-closed": 409,
  "account-disabled": 403,
  "password-change-required": 403,
  "weak-password": 422,
  "link-unknown": 404,
  "link-expired": 410,
  "link-used": 410,
  "link-replaced": 410,
  "app-not-allowed": 403,
  "seat-taken": 409,
  "not-signed-in": 409,
  "signed-in-elsewhere": 409,
  "username-taken": 409,
  "personnel-number-taken": 409,
  "last-administrator": 409,
  "own-account": 409,
  "team-name-taken": 409,
  "team-has-people": 409,
  "team-has-sessions": 409,
  "unknown-team": 422,
  "unknown-user": 422,
  "not-a-supervisor": 422,
  "unknown-type": 422,
  "not-csv": 422,
  "empty-file": 422,
  "too-many-lines": 422,
  "bad-mapping": 422,
  "lines-not-clean": 422,
  "import-moved-on": 409,
  "import-over": 409,
  "too-late-to-undo": 409,
  "too-many-attempts": 429,
  "too-many-interactions": 422,
  "on-interaction": 409,
  "setting-changed": 409,
  "reason-name-taken": 409,
  "layout-name-taken": 409,
  "layout-not-shared": 409,
  "too-many-layouts": 409,
  "release-is-out": 409,
  "not-published": 409,
  "not-in-store": 409,
  "not-confirmed": 409,
  "counts-changed": 409,
  "already-mandatory": 409,
  "stage-not-wider": 409,
  "work-item-closed": 409,
  "not-mandatory": 409,
  "not-an-administrator": 422,
  "report-too-long": 422,
  "report-queue-full": 503,
  "update-required": 403,
  "os-too-old": 403,
  "idempotency-key-in-use": 409,
  "idempotency-key-reused": 422,
  "answer-lost": 409,
} as const satisfies Record<string, number>;

export type ErrorCode = keyof typeof errorStatus;

/** Thrown where the caller cannot go on; expected outcomes are returned as a Result instead. */
export class AppError extends Error {
  override name = "AppError";
  readonly code: ErrorCode;

  constructor(code: ErrorCode, detail?: string) {
    super(detail ?? code);
    this.code = code;
  }
}
