import { createHash } from "node:crypto";
import { gunzipSync, gzipSync } from "node:zlib";
import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { storePiece, tellLog } from "@/lib/logs/arrival";
import { askForLogs } from "@/lib/logs/commands";
import { parseLines } from "@/lib/logs/piece";
import { AskForLogs, LogFrame } from "@/lib/logs/schema";

/** A request of an administrator, which its agent is only told of unless said otherwise. */
export const ask = async (username: string, given: Record<string, unknown> = {}) =>
  askForLogs(
    bootstrapToken,
    AskForLogs.parse({
      username,
      level: "debug",
      minutes: 30,
      maxBytes: 2 ** 20,
      consent: "ask",
      reason: "Calls drop",
      ...given,
    }),
  );

export async function asked(username: string, given: Record<string, unknown> = {}) {
  const made = await ask(username, given);
  if (!made.ok) throw new Error(made.code);
  return made.value;
}

type OfSession = { id: string; userId: string };

/** What an app tells, and what came of it: a code where it was refused. */
export async function tellOf(session: OfSession, requestId: string, told: object) {
  const result = await tellLog(session, LogFrame.parse({ type: "log", requestId, ...told }));
  return result.ok ? null : result.code;
}

export const sha256 = (body: Uint8Array) => createHash("sha256").update(body).digest();

/** Sends lines as a piece, and says what came of it: a code where it was refused. */
export async function send(session: OfSession, requestId: string, number: number, text: string) {
  const body = gzipSync(text);
  const result = await storePiece(session, { requestId, number, digest: sha256(body), body, packed: true });
  return result.ok ? null : result.code;
}

type Sent = { to: string; token: string; n?: number | string; type?: string; digest?: string };

/** The same as any app would, over HTTP. */
export async function put(id: string, body: Uint8Array<ArrayBuffer>, { to, token, ...sent }: Sent) {
  const { n = 0, type = "application/gzip" } = sent;
  const digest = sent.digest ?? `sha-256=${sha256(body).toString("base64")}`;
  const response = await fetch(`${to}/v1/log-requests/${id}/pieces/${n}`, {
    method: "PUT",
    headers: { authorization: `Bearer ${token}`, digest, "content-type": type, connection: "close" },
    body,
  });
  const text = await response.text();
  return text === "" ? null : String(JSON.parse(text).type).replace("/problems/", "");
}
export const packed = (text: string) => new Uint8Array(gzipSync(text));

/** All lines as they are kept, in their order. */
export async function keptLines(requestId: string) {
  const pieces = await db.logPiece.findMany({ where: { requestId }, orderBy: { number: "asc" } });
  return pieces.flatMap(({ content }) => parseLines(String(gunzipSync(content))));
}
