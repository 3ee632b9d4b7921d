import { createHash } from "node:crypto";
import { inBatches } from "@/lib/batches";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import type { LogPiece, LogRequest } from "@/prisma/generated/client";
import { afterPiece, afterTold, pieceRefusal } from "./course";
import { keepLines, readPiece } from "./piece";
import { readPatterns } from "./redact";
import type { LogFrame } from "./schema";
import { lockRequest, lockRequests, takeStep, writeArrivals } from "./write";

type OfSession = { id: string; userId: string };

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

/** A request reaches the apps of its user, or of its session; nobody else's. */
const isOf = (request: { userId: string; sessionId: string | null }, session: OfSession) =>
  request.userId === session.userId && (request.sessionId === null || request.sessionId === session.id);

/** A piece as it was sent, with the digest that its app worked out. */
export type Piece = {
  requestId: string;
  number: number;
  digest: Uint8Array;
  body: Uint8Array;
  packed: boolean;
};

// Uploads may wait, states must not: what comes meanwhile is looked at and written at one go.
const batches = inBatches(storeAll, { most: 8, everyMs: 200 });
/** What would be more than so much in memory is sent back to come again. */
const mostWaitingBytes = 32 * 2 ** 20;
let waitingBytes = 0;

/** Stores a piece once, however often it comes; what it holds is cleaned before. */
export async function storePiece(session: OfSession, piece: Piece) {
  const { byteLength } = piece.body;
  if (waitingBytes + byteLength > mostWaitingBytes) return fail("unavailable");
  waitingBytes += byteLength;
  return batches.add({ session, piece }).finally(() => {
    waitingBytes -= byteLength;
  });
}

type Sent = { session: OfSession; piece: Piece };

async function storeAll(sent: Sent[]) {
  // Before anything that costs.
  const early = await standingOf(db, sent);
  const read: (ReturnType<typeof answerTo> | Awaited<ReturnType<typeof prepare>>)[] = [];
  for (const one of sent) read.push(answerTo(one, early) ?? (await prepare(one.piece)));

  return db.$transaction(async (tx) => {
    await lockRequests(
      tx,
      sent.map(({ piece }) => piece.requestId),
    );
    const standing = await standingOf(tx, sent);
    const { requests, digests, now } = standing;
    const arrived: LogPiece[] = [];

    const answers = sent.map((one, at) => {
      const { session, piece } = one;
      const { requestId, number } = piece;
      const kept = read[at];
      if (!kept?.ok || kept.value === null) return kept ?? fail("internal");
      const meanwhile = answerTo(one, standing);
      if (meanwhile) return meanwhile;
      const request = requests.get(requestId);
      if (!request) return fail("not-found");
      const [bytes, lines] = [request.bytes + kept.value.bytes, request.lines + kept.value.lines];
      if (bytes > request.maxBytes) return fail("log-full");
      const digest = new Uint8Array(piece.digest);
      arrived.push({ ...kept.value, requestId, number, sessionId: session.id, digest, receivedAt: now });
      requests.set(requestId, { ...request, ...afterPiece(request, now), bytes, lines });
      digests.set(nameOf(piece), digest);
      return ok(null);
    });
    await writeArrivals(tx, arrived, requests);
    return answers;
  });
}

type Standing = {
  requests: Map<string, LogRequest>;
  /** Of the pieces that are there, by request and number. */
  digests: Map<string, Uint8Array>;
  now: Date;
};

const nameOf = ({ requestId, number }: Pick<Piece, "requestId" | "number">) => `${requestId} ${number}`;

async function standingOf(tx: Tx, sent: readonly Sent[]): Promise<Standing> {
  const asked = sent.map(({ piece: { requestId, number } }) => ({ requestId, number }));
  const requests = await tx.logRequest.findMany({
    where: { id: { in: asked.map(({ requestId }) => requestId) } },
  });
  const pieces = await tx.logPiece.findMany({
    where: { OR: asked },
    select: { requestId: true, number: true, digest: true },
  });
  return {
    requests: new Map(requests.map((request) => [request.id, request])),
    digests: new Map(pieces.map((piece) => [nameOf(piece), piece.digest])),
    now: await databaseNow(tx),
  };
}

/** What there is to say of a piece without looking into it; undefined: it may come in. */
function answerTo({ session, piece }: Sent, { requests, digests, now }: Standing) {
  const request = requests.get(piece.requestId);
  if (!request || !isOf(request, session)) return fail("not-found");
  const there = digests.get(nameOf(piece));
  if (there) return Buffer.from(there).equals(piece.digest) ? ok(null) : fail("piece-taken");
  const refusal = pieceRefusal(request, piece.number, now);
  return refusal ? fail(refusal) : undefined;
}

async function prepare({ body, packed, ...piece }: Piece) {
  const digest = createHash("sha256").update(body).digest();
  if (!digest.equals(piece.digest)) return fail("wrong-digest");
  const read = await readPiece(body, { packed });
  if (!read.ok) return read;
  const { logPatterns } = await readSettings(db);
  const kept = await keepLines(read.value.text, readPatterns(logPatterns));
  return kept.ok ? ok({ ...kept.value, bytes: read.value.bytes }) : kept;
}
