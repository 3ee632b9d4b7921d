import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, scopeFilter } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import type { LogLevel } from "@/prisma/generated/enums";
import { formatLine, type LogFormat } from "./format";
import { matchesIn } from "./match";
import { parseLines, unpackLines } from "./piece";

/** Pieces that are in memory at once. */
const piecesAtOnce = 16;

type Piece = { number: number; content: Uint8Array; first: number };

/** Lines by their numbers, of which the first is 0. */
export async function linesOf(actor: Actor, asked: { id: string; from: number; count: number }) {
  const { id, from, count } = asked;
  if (!(await mayRead(actor, id))) return fail("not-found");
  const pieces = await db.$queryRaw<Piece[]>`
    with placed as (
      select number, lines, (sum(lines) over (order by number))::int - lines as first
      from log_piece where request_id = ${id}::uuid
    )
    select number, content, first from placed join log_piece p using (number)
    where p.request_id = ${id}::uuid and first < ${from + count} and first + placed.lines > ${from}
    order by number`;
  const lines = await Promise.all(
    pieces.map(async ({ content, first }) =>
      parseLines(await unpackLines(content)).map((line, at) => ({ number: first + at, ...line })),
    ),
  );
  return ok(lines.flat().filter(({ number }) => number >= from && number < from + count));
}

type Search = { id: string; text: string; levels?: readonly LogLevel[]; most?: number };

/** How many lines have a text, in any case, and the numbers of the first of them; of these levels alone, if any are named. */
export async function searchLog(actor: Actor, { id, text, levels = [], most = 10_000 }: Search) {
  if (!(await mayRead(actor, id))) return fail("not-found");
  const found: number[] = [];
  let total = 0;
  let first = 0;
  for await (const pieces of piecesOf(id)) {
    for (const written of pieces) {
      const { matches, lines } = matchesIn(written, { text, levels });
      total += matches.length;
      for (const at of matches.slice(0, Math.max(0, most - found.length))) found.push(first + at);
      first += lines;
    }
  }
  return ok({ total, lines: found });
}

/** The number of the first line that was written then or later; null where there is none. */
export async function lineAt(actor: Actor, { id, at }: { id: string; at: Date }) {
  if (!(await mayRead(actor, id))) return fail("not-found");
  const [piece] = await db.$queryRaw<Piece[]>`
    select number, content, (select coalesce(sum(lines), 0)::int from log_piece b
      where b.request_id = p.request_id and b.number < p.number) as first
    from log_piece p where request_id = ${id}::uuid and last_at >= ${at} order by number limit 1`;
  if (!piece) return ok(null);
  const lines = parseLines(await unpackLines(piece.content));
  return ok(piece.first + lines.findIndex((line) => line.at !== null && line.at >= at));
}

/** A whole log as a file, chunk by chunk; whoever takes it away is in the audit log. */
export async function downloadLog(actor: Actor, { id, format }: { id: string; format: LogFormat }) {
  if (!(await isTheirs(actor, "logs:download", id))) return fail("not-found");
  await audit(db, actor, { verb: "log-request.download", subject: id, changes: { format } });
  return ok(chunks(id, format));
}

async function* chunks(id: string, format: LogFormat) {
  for await (const pieces of piecesOf(id)) {
    for (const written of pieces)
      yield parseLines(written)
        .map((line) => `${formatLine(line, format)}\n`)
        .join("");
  }
}

/** All pieces in their order, unpacked, some at once. */
async function* piecesOf(requestId: string): AsyncGenerator<string[]> {
  let after = -1;
  for (;;) {
    const pieces = await db.logPiece.findMany({
      where: { requestId, number: { gt: after } },
      orderBy: { number: "asc" },
      take: piecesAtOnce,
      select: { number: true, content: true },
    });
    const last = pieces.at(-1);
    if (!last) return;
    yield Promise.all(pieces.map(({ content }) => unpackLines(content)));
    after = last.number;
  }
}

/** Whoever reads is in the audit log, once an hour however far they scroll. */
async function mayRead(actor: Actor, id: string): Promise<boolean> {
  if (!(await isTheirs(actor, "logs:read", id))) return false;
  const verb = "log-request.read";
  const [known] = await db.$queryRaw<unknown[]>`
    select from audit_entry where subject = ${id} and verb = ${verb} and actor_kind = ${actor.kind}::actor_kind
      and actor_id is not distinct from ${actor.id}::uuid and at > (select ledger_now()) - interval '1 hour' limit 1`;
  if (!known) await db.$transaction((tx) => audit(tx, actor, { verb, subject: id }));
  return true;
}

async function isTheirs(actor: Actor, permission: Permission, id: string) {
  authorize(actor, permission);
  return (await db.logRequest.count({ where: { id, user: scopeFilter(actor) } })) > 0;
}
