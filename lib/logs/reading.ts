import { audit } from "@/lib/audit/commands";
import { type Actor, authorize, scopeFilter } from "@/lib/auth/actor";
import type { Permission } from "@/lib/auth/permissions";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import type { LogLevel } from "@/prisma/generated/enums";
import { formatLine, type LogFormat } from "./format";
import { parseLine } from "./line";
import { matchesIn } from "./match";
import { parseLines, unpackLines } from "./piece";

/** Pieces that are read at once: all of them together are no more than a log may have. */
const piecesAtOnce = 64;

type Piece = { number: number; content: Uint8Array; first: number };

/** Lines by their numbers, of which the first is 0. */
export const linesOf = (actor: Actor, { id, from, count }: { id: string; from: number; count: number }) =>
  linesIn(actor, { id, ranges: [{ from, to: from + count }] });

/** Lines of several ranges of numbers, in their order: `to` is the one after the last. */
export async function linesIn(actor: Actor, { id, ranges }: { id: string; ranges: readonly Range[] }) {
  if (!(await mayRead(actor, id))) return fail("not-found");
  const pieces = await db.$queryRaw<Piece[]>`
    with placed as (
      select number, lines, (sum(lines) over (order by number))::int - lines as first
      from log_piece where request_id = ${id}::uuid
    )
    select number, content, first from placed join log_piece p using (number)
    where p.request_id = ${id}::uuid and exists (
      select from unnest(${ranges.map(({ from }) => from)}::int[], ${ranges.map(({ to }) => to)}::int[])
        as wanted (since, until) where first < until and first + placed.lines > since)
    order by number`;
  const lines = [];
  // One after the other: few are needed mostly, and each is large.
  for (const { content, first } of pieces) lines.push(...pick(await unpackLines(content), first, ranges));
  return ok(lines);
}
type Range = { from: number; to: number };

/** The lines of a piece that are asked for: the others are not worth parsing. */
function pick(written: string, first: number, ranges: readonly Range[]) {
  const lines = written === "" ? [] : written.split("\n");
  return ranges.flatMap(({ from, to }) => {
    const begin = Math.max(0, from - first);
    return lines
      .slice(begin, Math.max(begin, to - first))
      .map((line, at) => ({ number: first + begin + at, ...parseLine(line) }));
  });
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

/** The numbers of all lines that have a text, and are of these levels; of those from line `from` on, which is the first of a piece. */
export async function markLines(actor: Actor, { id, text, levels = [], from = 0 }: Mark) {
  if (!(await mayRead(actor, id))) return fail("not-found");
  const { number, first } = await pieceAt(id, from);
  const marks: number[] = [];
  let next = first;
  for await (const pieces of piecesOf(id, number - 1)) {
    for (const written of pieces) {
      const { matches, lines } = matchesIn(written, { text, levels });
      for (const at of matches) marks.push(next + at);
      next += lines;
    }
  }
  return ok({ first, end: next, marks });
}
type Mark = Omit<Search, "most"> & { from?: number };

/** The last piece that begins with a line or before it. */
async function pieceAt(id: string, line: number) {
  const [piece] = await db.$queryRaw<{ number: number; first: number }[]>`
    select number, first from (
      select number, (sum(lines) over (order by number))::int - lines as first
      from log_piece where request_id = ${id}::uuid
    ) placed where first <= ${line} order by number desc limit 1`;
  return piece ?? { number: 0, first: 0 };
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

/** All pieces in their order, unpacked, some at once; the next are on their way while these are looked at. */
async function* piecesOf(requestId: string, behind = -1): AsyncGenerator<string[]> {
  for (let coming = readBehind(requestId, behind); ; ) {
    const pieces = await coming;
    const last = pieces.at(-1);
    if (!last) return;
    coming = readBehind(requestId, last.number);
    yield Promise.all(pieces.map(({ content }) => unpackLines(content)));
  }
}

function readBehind(requestId: string, number: number) {
  const pieces = db.$queryRaw<Pick<Piece, "number" | "content">[]>`
    select number, content from log_piece where request_id = ${requestId}::uuid and number > ${number}
    order by number limit ${piecesAtOnce}`;
  // Whoever reads no further hears of nothing.
  pieces.catch(() => {});
  return pieces;
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
