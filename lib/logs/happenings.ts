import { doneIn } from "@/lib/agents/history";
import { type Actor, authorize, scopeFilter } from "@/lib/auth/actor";
import { databaseNow, earlier, later } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { versionLabel } from "@/lib/versions/label";
import { type Happening, happeningsIn, newestOf, type Placed } from "./beside";
import { unpackLines } from "./piece";
import { logSpan } from "./queries";
import type { LogRequestId } from "./schema";

/** An app keeps lines from before it was asked; a clock that is far off is not believed. */
const longestBeforeMs = 86_400_000;
const most = 5000;

/** What happened to the agent while the app wrote a log, each before the line that was written next. */
export async function happeningsBeside(actor: Actor, { id }: LogRequestId) {
  authorize(actor, "logs:read");
  authorize(actor, "sessions:read");
  const request = await db.logRequest.findFirst({ where: { id, user: scopeFilter(actor) } });
  if (!request) return fail("not-found");
  const { firstAt } = await logSpan({ id });

  const found = await db.$transaction(
    async (tx) => {
      const begin = request.acceptedAt ?? request.requestedAt;
      const earliest = new Date(request.requestedAt.getTime() - longestBeforeMs);
      const from = later(earlier(begin, firstAt ?? begin), earliest);
      const to = request.endedAt ?? (await databaseNow(tx));
      const [done, notices] = [
        await doneIn(tx, request.userId, { from, to }),
        await noticesIn(tx, request.userId, { from, to }),
      ];
      const span = { from: from.toISOString(), to: to.toISOString() };
      return newestOf(happeningsIn({ ...done, notices }, span), most);
    },
    { isolationLevel: "RepeatableRead" },
  );
  return ok(await placed(id, found));
}

async function noticesIn(tx: Tx, userId: string, { from, to }: { from: Date; to: Date }) {
  const notices = await tx.notice.findMany({
    where: {
      userId,
      madeAt: { lte: to },
      OR: [{ madeAt: { gte: from } }, { acknowledgedAt: { gte: from } }],
    },
    include: { release: true },
  });
  return notices.map(({ release, kind, madeAt, acknowledgedAt }) => ({
    version: versionLabel(release.version, release.build),
    mandatory: kind === "mandatory",
    madeAt: madeAt.toISOString(),
    acknowledgedAt: acknowledgedAt?.toISOString() ?? null,
  }));
}

type Place = { number: number; first: number; lines: number; lastAt: Date | null };

/** Where each belongs: of the pieces only those are read into which something falls. */
async function placed(id: string, happenings: readonly Happening[]): Promise<Placed[]> {
  const pieces = await db.$queryRaw<Place[]>`
    select number, lines, last_at as "lastAt", (sum(lines) over (order by number))::int - lines as first
    from log_piece where request_id = ${id}::uuid order by number`;
  const end = pieces.reduce((sum, { lines }) => sum + lines, 0);
  const within = new Map<Place, Happening[]>();
  const behind: Happening[] = [];
  for (const happening of happenings) {
    const at = new Date(happening.at);
    const piece = pieces.find(({ lastAt }) => lastAt !== null && lastAt >= at);
    if (piece) within.set(piece, [...(within.get(piece) ?? []), happening]);
    else behind.push(happening);
  }
  const found: Placed[] = [];
  for (const [piece, some] of within) {
    const { content } = await db.logPiece.findUniqueOrThrow({
      where: { requestId_number: { requestId: id, number: piece.number } },
      select: { content: true },
    });
    const places = firstAtOrAfter(
      await unpackLines(content),
      some.map(({ at }) => at),
    );
    found.push(...some.map((one, at) => ({ ...one, before: piece.first + (places[at] ?? piece.lines) })));
  }
  return [...found, ...behind.map((one) => ({ ...one, before: end }))].toSorted(
    (a, b) => a.before - b.before || a.at.localeCompare(b.at),
  );
}

const isoLength = "2026-11-27T08:00:00.000Z".length;

/** For each of these times, oldest first, the place of the first line in a piece that was written then or later. */
function firstAtOrAfter(written: string, times: readonly string[]): number[] {
  const places: number[] = [];
  let place = 0;
  // A stored line begins with its time, and times of one form are in the order of their letters.
  for (let from = 0; from < written.length && places.length < times.length; place++) {
    const at = written.slice(from, from + isoLength);
    while (at >= (times[places.length] ?? "~") && /^\d/.test(at)) places.push(place);
    const end = written.indexOf("\n", from);
    from = end === -1 ? written.length : end + 1;
  }
  return places;
}
