import { v7 as uuidv7 } from "uuid";
import { audit, auditEach } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { seal } from "@/lib/sealed";
import { badLines, type Checked } from "./check";
import { checkContent, readContent, sheetOf } from "./content";
import { guessMapping, mappingFault } from "./fields";
import { runImport } from "./run";
import { FileName, type MapImport, type StartImport, undoMinutes, type Which } from "./schema";
import { undoImport as undoAll } from "./undo";
import { isOwnDraft, isWorking, lockImport, readImport, takeImport } from "./work";

/** Keeps a file for its preview, with a guess at what its columns are. Nothing of it is done yet. */
export async function uploadImport(
  actor: Actor,
  { fileName, bytes }: { fileName: string; bytes: Uint8Array },
) {
  authorize(actor, "users:write");
  const sheet = sheetOf(bytes);
  if (typeof sheet === "string") return fail(sheet);
  const id = uuidv7();
  await db.userImport.create({
    data: {
      id,
      actorKind: actor.kind,
      actorId: actor.id,
      fileName: FileName.parse(fileName),
      content: await seal("user import", bytes),
      mapping: [...guessMapping(sheet.header)],
      lines: sheet.lines.length,
    },
  });
  return ok({ id });
}

/** Says what the columns are, and whether missing teams are made. */
export async function mapImport(actor: Actor, { id, mapping, createTeams }: MapImport) {
  authorize(actor, "users:write");
  return db.$transaction(async (tx) => {
    if (!isOwnDraft(actor, await lockImport(tx, id))) return fail("not-found");
    await tx.userImport.update({ where: { id }, data: { mapping, createTeams } });
    return ok(undefined);
  });
}

/** Throws a draft away. */
export async function discardImport(actor: Actor, { id }: Which) {
  authorize(actor, "users:write");
  return db.$transaction(async (tx) => {
    if (!isOwnDraft(actor, await lockImport(tx, id))) return fail("not-found");
    await tx.userImport.delete({ where: { id } });
    return ok(undefined);
  });
}

/** Begins to write a draft: all of it, or what is not bad where that is said. It goes on by itself; `work` ends with it. */
export async function startImport(actor: Actor, { id, skipBad }: StartImport) {
  authorize(actor, "users:write");
  const draft = await readImport(db, id);
  if (!isOwnDraft(actor, draft)) return fail("not-found");
  const { createTeams, mapping } = draft;
  if (createTeams) authorize(actor, "teams:write");
  const file = await readContent(id);
  if (!file) return fail("import-over");
  if (mappingFault(file.mapping)) return fail("bad-mapping");
  // Looked at before the lock: twenty thousand lines take a moment, and each is looked at again when it is written.
  const content = await checkContent(actor, file, createTeams);
  if (badLines(content.checked).size > 0 && !skipBad) return fail("lines-not-clean");

  const begun = await db.$transaction(async (tx) => {
    const now = await lockImport(tx, id);
    if (!isOwnDraft(actor, now)) return fail("not-found");
    const same = now.createTeams === createTeams && JSON.stringify(now.mapping) === JSON.stringify(mapping);
    if (!same) return fail("import-moved-on");
    const madeTeams = createTeams ? await makeTeams(tx, actor, content.checked) : [];
    await tx.userImport.update({ where: { id }, data: { skipBad, madeTeams } });
    const runnerId = await takeImport(tx, id, "running");
    await audit(tx, actor, { verb: "import.run", subject: id, note: draft.fileName });
    return ok({ runnerId });
  });
  return begun.ok ? ok({ id, work: runImport(actor, { id, content, ...begun.value }) }) : begun;
}

/** The missing teams that good lines name. */
async function makeTeams(tx: Tx, actor: Actor, { creates, updates, missingTeams }: Checked) {
  const people = [...creates, ...updates.map(({ after }) => after)];
  const named = new Set(people.flatMap(({ teamId, supervises = [] }) => [teamId, ...supervises]));
  const rows = missingTeams.filter(({ id }) => named.has(id)).map(({ name }) => ({ id: uuidv7(), name }));
  // Somebody else may make one of them in this moment: it is there then, and that is all that is wanted.
  await tx.team.createMany({ data: rows, skipDuplicates: true });
  const made = await tx.team.findMany({
    where: { id: { in: rows.map(({ id }) => id) } },
    select: { id: true, name: true },
  });
  await auditEach(
    tx,
    actor,
    made.map(({ id, name }) => ({ verb: "team.create", subject: id, changes: { to: { name } } })),
  );
  return made.map(({ id }) => id);
}

/** Stops an import after the lines that are being written. */
export async function cancelImport(actor: Actor, { id }: Which) {
  authorize(actor, "users:write");
  return db.$transaction(async (tx) => {
    const row = await lockImport(tx, id);
    if (row?.state !== "running") return fail("import-moved-on");
    await tx.userImport.update({ where: { id }, data: { state: "stopped" } });
    await audit(tx, actor, { verb: "import.cancel", subject: id });
    return ok(undefined);
  });
}

/** Goes on where an import has stopped. */
export async function continueImport(actor: Actor, { id }: Which) {
  authorize(actor, "users:write");
  const file = await readContent(id);
  if (!file) return fail("import-over");
  const content = await checkContent(actor, file, false);

  const taken = await db.$transaction(async (tx) => {
    const row = await lockImport(tx, id);
    const stopped = row?.state === "stopped" || (row?.state === "running" && row.lost);
    if (!stopped) return fail("import-moved-on");
    const runnerId = await takeImport(tx, id, "running");
    await audit(tx, actor, { verb: "import.continue", subject: id });
    return ok({ runnerId });
  });
  return taken.ok ? ok({ id, work: runImport(actor, { id, content, ...taken.value }) }) : taken;
}

/** Takes back what an import did, within the hour: what can be taken back without undoing what others did since. */
export async function undoImport(actor: Actor, { id }: Which) {
  authorize(actor, "users:write");
  const taken = await db.$transaction(async (tx) => {
    const row = await lockImport(tx, id);
    if (!row) return fail("not-found");
    const stands = row.state === "done" || row.state === "stopped" || (isWorking(row.state) && row.lost);
    if (!stands) return fail("import-moved-on");
    const [{ late }] = await tx.$queryRaw<[{ late: boolean }]>`
      select beat_at < ledger_now() - ${undoMinutes} * interval '1 min' as late from user_import where id = ${id}::uuid`;
    if (late) return fail("too-late-to-undo");
    const runnerId = await takeImport(tx, id, "undoing");
    await audit(tx, actor, { verb: "import.undo", subject: id, note: row.fileName });
    return ok({ runnerId });
  });
  return taken.ok ? ok({ id, work: undoAll(actor, { id, runnerId: taken.value.runnerId }) }) : taken;
}
