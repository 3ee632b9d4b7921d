import { z } from "zod";

const Refused = z.object({
  code: z.string().optional(),
  meta: z
    .object({
      driverAdapterError: z
        .object({ cause: z.object({ kind: z.string().optional(), originalCode: z.string().optional() }) })
        .optional(),
    })
    .optional(),
});

// The driver's own error, where no query wraps it.
const Caused = z.object({
  cause: z.object({ kind: z.string().optional(), originalCode: z.string().optional() }),
});

const codes = /^(P1\d{3}|P2024|P2028)$/;
const kinds = /^(DatabaseNotReachable|ConnectionClosed|SocketTimeout|TooManyConnections|TlsConnectionError)$/;
// Classes of Postgres: connection exception; operator intervention (shutdown, starting up).
const states = /^(08...|57P0[1-3])$/;

// What pg says where nobody answers at all has no code.
const silence =
  /connection timeout|timeout exceeded when trying to connect|query read timeout|connection terminated|not queryable/i;

/** True for an error that says that the database is away, starting or full: the same call will work later. */
export function isUnavailable(error: unknown): boolean {
  if (error instanceof Error && silence.test(error.message)) return true;
  const refused = Refused.safeParse(error);
  if (!refused.success) return false;
  const { code, meta } = refused.data;
  const cause = meta?.driverAdapterError?.cause ?? Caused.safeParse(error).data?.cause;
  return codes.test(code ?? "") || kinds.test(cause?.kind ?? "") || states.test(cause?.originalCode ?? "");
}
