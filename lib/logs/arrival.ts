import { createHash } from "node:crypto";
import pLimit from "p-limit";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import { afterPiece, afterTold, pieceRefusal } from "./course";
import { keepLines, readPiece } from "./piece";
import { readPatterns } from "./redact";
import type { LogFrame } from "./schema";
import { lockRequest, takeStep } from "./write";

type OfSession = { id: string; userId: string };

/** Lines are worked on one piece at a time: uploads may wait, states must not. */
const turn = pLimit(1);
/** More than so many in memory are sent back to come again. */
const mostWaiting = 64;

/** What a session's app tells of a request for its logs. */
export function tellLog(session: OfSession, { type: _, ...told }: LogFrame) {
  return db.$transaction(async (tx) => {
    const request = await lockRequest(tx, told.requestId);
    if (!request || !isOf(request, session)) return fail("not-found");
    const step = afterTold(request, told, await databaseNow(tx));
    if (typeof step === "string") return fail(step);
    if (Object.keys(step).length > 0) await takeStep(tx, request.id, step);
    return ok(null);
  });
}

/** A piece as it was sent, with the digest that its app worked out. */
export type Piece = {
  requestId: string;
  number: number;
  digest: Uint8Array;
  body: Uint8Array;
  packed: boolean;
};

/** Stores a piece once, however often it comes; what it holds is cleaned before. */
export async function storePiece(session: OfSession, piece: Piece) {
  // Before anything that costs.
  const known = await look(db, session, piece);
  if (known) return known;
  const digest = createHash("sha256").update(piece.body).digest();
  if (!digest.equals(piece.digest)) return fail("wrong-digest");
  if (turn.pendingCount >= mostWaiting) return fail("unavailable");
  const read = await turn(() => prepare(piece));
  if (!read.ok) return read;
  const { bytes, ...kept } = read.value;

  return db.$transaction(async (tx) => {
    const request = await lockRequest(tx, piece.requestId);
    if (!request) return fail("not-found");
    const meanwhile = await look(tx, session, piece);
    if (meanwhile) return meanwhile;
    if (request.bytes + bytes > request.maxBytes) return fail("log-full");
    const now = await databaseNow(tx);
    const { requestId, number } = piece;
    const content = new Uint8Array(kept.content);
    await tx.logPiece.create({
      data: { ...kept, requestId, number, sessionId: session.id, content, digest, bytes, receivedAt: now },
    });
    const sums = { bytes: request.bytes + bytes, lines: request.lines + kept.lines };
    await tx.logRequest.update({ where: { id: requestId }, data: { ...afterPiece(request, now), ...sums } });
    return ok(null);
  });
}

/** What there is to say of a piece without looking into it; undefined: it may come in. */
async function look(tx: Tx, session: OfSession, { requestId, number, digest }: Piece) {
  const request = await tx.logRequest.findUnique({ where: { id: requestId } });
  if (!request || !isOf(request, session)) return fail("not-found");
  const there = await tx.logPiece.findUnique({
    where: { requestId_number: { requestId, number } },
    select: { digest: true },
  });
  if (there) return Buffer.from(there.digest).equals(digest) ? ok(null) : fail("piece-taken");
  const refusal = pieceRefusal(request, number, await databaseNow(tx));
  return refusal ? fail(refusal) : undefined;
}

/** A request reaches the apps of its user, or of its session; nobody else's. */
const isOf = (request: { userId: string; sessionId: string | null }, session: OfSession) =>
  request.userId === session.userId && (request.sessionId === null || request.sessionId === session.id);

async function prepare({ body, packed }: Piece) {
  const read = await readPiece(body, { packed });
  if (!read.ok) return read;
  const { logPatterns } = await readSettings(db);
  const kept = await keepLines(read.value.text, readPatterns(logPatterns));
  return kept.ok ? ok({ ...kept.value, bytes: read.value.bytes }) : kept;
}
