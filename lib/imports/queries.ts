import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import type { ImportState } from "@/prisma/generated/enums";
import { checkContent, readContent } from "./content";
import { mappingFault } from "./fields";
import { countWithoutPassword } from "./links";
import { byLine } from "./problem";
import { type ImportProgress, LateProblems, undoMinutes } from "./schema";
import { isOwn, isWorking, lostSeconds, readImport, type Standing } from "./work";

/** How far an import is, for whoever watches it. */
export async function importProgress(actor: Actor, id: string) {
  authorize(actor, "users:write");
  const row = await readImport(db, id);
  if (!row || (row.state === "draft" && !isOwn(actor, row))) return fail("not-found");
  const [who, undone, withoutPassword, now] = await Promise.all([
    row.actorId === null ? null : db.user.findUnique({ where: { id: row.actorId }, select: { name: true } }),
    db.userImportChange.groupBy({ by: ["undone"], where: { importId: id }, _count: true }),
    // Not asked again and again while it runs.
    isWorking(row.state) ? 0 : countWithoutPassword(id),
    databaseNow(db),
  ]);
  const count = (outcome: string | null) => undone.find((group) => group.undone === outcome)?._count ?? 0;
  return ok<ImportProgress>({
    id,
    fileName: row.fileName,
    state: stateOf(row),
    undoStopped: row.state === "undoing" && row.lost,
    by: who?.name ?? null,
    startedAt: row.startedAt?.toISOString() ?? null,
    lines: row.lines,
    handled: row.handled,
    lastLine: row.lastLine,
    created: row.created,
    updated: row.updated,
    unchanged: row.unchanged,
    skipped: row.skipped,
    lateProblems: LateProblems.parse(row.lateProblems),
    madeTeams: row.madeTeams.length,
    withoutPassword,
    ownFile: isOwn(actor, row),
    undo: {
      until: undoUntil(row)?.toISOString() ?? null,
      left: count(null),
      deleted: count("deleted"),
      restored: count("restored"),
      disabled: count("disabled"),
      changedSince: count("changed_since"),
      notPossible: count("not_possible"),
    },
    now: now.toISOString(),
  });
}

const stateOf = ({ state, lost }: Standing): ImportState => (state === "running" && lost ? "stopped" : state);

/** Until when an import can be undone: null for one that cannot be, or not yet. */
function undoUntil(row: Pick<Standing, "state" | "beatAt" | "lost">): Date | null {
  const undoable = row.state === "done" || row.state === "stopped" || (isWorking(row.state) && row.lost);
  return undoable ? new Date(row.beatAt.getTime() + undoMinutes * 60_000) : null;
}

/** The imports that were begun, newest first. */
export async function listImports(actor: Actor) {
  authorize(actor, "users:write");
  const rows = await db.userImport.findMany({
    where: { state: { not: "draft" } },
    omit: { content: true },
    orderBy: { startedAt: "desc" },
    take: 50,
  });
  const ids = rows.flatMap(({ actorId }) => actorId ?? []);
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  const nameOf = new Map(people.map(({ id, name }) => [id, name]));
  const now = await databaseNow(db);
  return rows.map((row) => {
    const lost = isWorking(row.state) && now.getTime() - row.beatAt.getTime() > lostSeconds * 1000;
    return {
      id: row.id,
      fileName: row.fileName,
      state: stateOf({ ...row, lost }),
      by: nameOf.get(row.actorId ?? "") ?? null,
      startedAt: (row.startedAt ?? row.createdAt).toISOString(),
      created: row.created,
      updated: row.updated,
      skipped: row.skipped,
      undoUntil: undoUntil({ ...row, lost })?.toISOString() ?? null,
    };
  });
}
export type PastImport = Awaited<ReturnType<typeof listImports>>[number];

export type UndoException = {
  username: string;
  name: string;
  line: number;
  undone: "disabled" | "changed_since" | "not_possible";
};

/** Whom an undo left as they are or only disabled, by name. */
export async function undoExceptions(actor: Actor, id: string) {
  authorize(actor, "users:write");
  return db.$queryRaw<UndoException[]>`
    select u.username, u.name, c.line, c.undone::text as undone
    from user_import_change c join user_account u on u.id = c.user_id
    where c.import_id = ${id}::uuid and c.undone in ('disabled', 'changed_since', 'not_possible')
    order by c.line`;
}

/** The lines that cannot be imported, as they stand in the file, with what is wrong; only for whoever uploaded it. */
export async function badLinesOf(actor: Actor, id: string) {
  authorize(actor, "users:write");
  const row = await readImport(db, id);
  if (!row || !isOwn(actor, row)) return fail("not-found");
  const content = await readContent(id);
  if (!content || mappingFault(content.mapping)) return fail("import-over");
  const { checked } = await checkContent(actor, content, row.createTeams);
  const problems = byLine([...checked.problems, ...LateProblems.parse(row.lateProblems)]);
  const { header, lines } = content.sheet;
  return ok({
    header,
    mapping: content.mapping,
    rows: lines.flatMap(({ number, cells }) => {
      const found = problems.get(number);
      return found ? [{ line: number, cells, problems: found }] : [];
    }),
  });
}
