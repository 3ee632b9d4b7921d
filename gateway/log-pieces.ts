import type { Context } from "hono";
import { storePiece } from "@/lib/logs/arrival";
import { PieceAddress, PieceDigest } from "@/lib/logs/schema";
import type { SessionEnv } from "./authenticate";
import { invalid, problem } from "./problem";
import type { Signs } from "./signs";

/** `PUT /v1/log-requests/{id}/pieces/{n}`: a piece of a log, packed or plain. */
export async function takePiece(c: Context<SessionEnv>, signs: Signs) {
  const address = PieceAddress.safeParse(c.req.param());
  if (!address.success) return problem(c, "invalid-request", invalid(address.error));
  const digest = PieceDigest.safeParse(c.req.header("digest"));
  if (!digest.success)
    return problem(c, "invalid-request", {
      errors: [{ path: "Digest", message: digest.error.issues[0]?.message }],
    });

  const { session } = c.var;
  const body = new Uint8Array(await c.req.arrayBuffer());
  const packed = c.req.header("content-type")?.startsWith("application/gzip") ?? false;
  signs.note(session);
  const piece = { requestId: address.data.id, number: address.data.n, digest: digest.data, body, packed };
  const stored = await storePiece(session, piece);
  if (stored.ok) return c.body(null, 204);
  if (stored.code === "unavailable") c.header("retry-after", "2");
  return problem(c, stored.code);
}
