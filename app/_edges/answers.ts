import { type ErrorCode, errorStatus } from "@/lib/errors";
import { problemTitle } from "./texts";

export const json = (value: unknown, status = 200) => Response.json(value, { status });

const retryAfterSeconds: Partial<Record<ErrorCode, number>> = {
  unavailable: 2,
  "idempotency-key-in-use": 1,
  "report-queue-full": 30,
};

/** RFC 9457. Programs decide by the code at the end of `type` alone. */
export function problem(code: ErrorCode, extra: object = {}) {
  const status = errorStatus[code];
  const wait = retryAfterSeconds[code];
  return Response.json(
    { type: `/problems/${code}`, title: problemTitle(code), status, ...extra },
    {
      status,
      headers: {
        "content-type": "application/problem+json",
        ...(wait !== undefined && { "retry-after": String(wait) }),
        // The rest of it is not read: what is sent next must not wait behind it.
        ...(code === "too-large" && { connection: "close" }),
      },
    },
  );
}
