import { auditEach } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import { closePasswordLinks } from "@/lib/auth/password-links";
import type { Tx } from "@/lib/db";
import { holdAdministrators } from "@/lib/users/administrators";
import { disableAll } from "@/lib/users/disable";
import { lockUsers } from "@/lib/users/lock";
import { mostAtOnce } from "@/lib/users/schema";
import type { ImportUndone } from "@/prisma/generated/enums";
import { differing } from "./check";
import { type Existing, readAdministrators, readUsersById, type Stored } from "./facts";
import { StoredPart } from "./schema";
import { carryOut, step } from "./work";
import { writeUsers } from "./write";

/** Takes an import back, last line first, chunk by chunk. */
export function undoImport(actor: Actor, { id, runnerId }: { id: string; runnerId: string }) {
  const work = { id, runnerId, state: "undoing" as const };
  return carryOut(work, async () => {
    for (let left = true; left; ) {
      const ours = await step(work, async (tx) => {
        left = await undoChunk(tx, actor, id);
        if (left) return;
        await removeTeams(tx, actor, id);
        await tx.userImport.update({ where: { id }, data: { state: "undone", content: null } });
      });
      if (!ours) return;
    }
  });
}

async function undoChunk(tx: Tx, actor: Actor, importId: string): Promise<boolean> {
  const rows = await tx.userImportChange.findMany({
    where: { importId, undone: null },
    orderBy: { line: "desc" },
    // All of them may have to be disabled.
    take: mostAtOnce,
  });
  if (rows.length === 0) return false;
  await lockUsers(
    tx,
    rows.map(({ userId }) => userId),
  );
  await holdAdministrators(tx);
  const made = rows.flatMap(({ userId, before }) => (before === null ? [userId] : []));
  const changed = rows.flatMap(({ userId, before, after, gavePassword }) =>
    before === null
      ? []
      : [{ userId, before: StoredPart.parse(before), after: StoredPart.parse(after), gavePassword }],
  );
  const outcomes = [...(await unmakeUsers(tx, actor, made)), ...(await restoreUsers(tx, actor, changed))];
  await tx.$executeRaw`
    update user_import_change c set undone = r.outcome
    from json_to_recordset(${JSON.stringify(outcomes)}::json) as r ("userId" uuid, outcome import_undone)
    where c.import_id = ${importId}::uuid and c.user_id = r."userId"`;
  return true;
}

type Outcome = { userId: string; outcome: ImportUndone };
type Changed = {
  userId: string;
  before: Partial<Stored>;
  after: Partial<Stored>;
  gavePassword: boolean;
};

const outcomesOf = (userIds: readonly string[], outcome: ImportUndone): Outcome[] =>
  userIds.map((userId) => ({ userId, outcome }));

/** Deletes users whom the import made; those who were here meanwhile have a history and are disabled. */
async function unmakeUsers(tx: Tx, actor: Actor, userIds: readonly string[]): Promise<Outcome[]> {
  const rows = await tx.$queryRaw<{ id: string; used: boolean }[]>`
    select u.id, exists (select from session where user_id = u.id)
      or exists (select from console_session where user_id = u.id) as used
    from user_account u where u.id = any(${[...userIds]}::uuid[])`;
  const keepers = await keepersAmong(tx, actor, userIds);
  const free = rows.filter(({ id }) => !keepers.has(id));
  const unused = free.filter(({ used }) => !used).map(({ id }) => id);
  const used = free.filter(({ used }) => used).map(({ id }) => id);

  await tx.user.deleteMany({ where: { id: { in: unused } } });
  await auditEach(
    tx,
    actor,
    unused.map((subject) => ({ verb: "user.delete", subject })),
  );
  if (used.length > 0) {
    const disabled = await disableAll(tx, actor, used, true);
    if (!disabled.ok) throw new Error(disabled.code);
  }
  const there = new Set(rows.map(({ id }) => id));
  return [
    ...outcomesOf(unused, "deleted"),
    ...outcomesOf(used, "disabled"),
    ...outcomesOf([...keepers], "not_possible"),
    // Somebody deleted them by hand.
    ...outcomesOf(
      userIds.filter((id) => !there.has(id) && !keepers.has(id)),
      "deleted",
    ),
  ];
}

/** Of these users, those who cannot lose their access: whoever acts, and the last administrators. */
async function keepersAmong(tx: Tx, actor: Actor, userIds: readonly string[]): Promise<ReadonlySet<string>> {
  const administrators = await readAdministrators(tx);
  const losing = userIds.filter((id) => administrators.has(id));
  const last = losing.length > 0 && losing.length === administrators.size;
  return new Set(userIds.filter((id) => id === actor.id || (last && administrators.has(id))));
}

/**
 * Gives users back what they had before the import, where nothing of it was changed again since; a first password that
 * nobody has chosen anew is good for nothing any more.
 */
async function restoreUsers(tx: Tx, actor: Actor, changes: readonly Changed[]): Promise<Outcome[]> {
  const users = await readUsersById(
    tx,
    changes.map(({ userId }) => userId),
  );
  const userOf = new Map(users.map((user) => [user.id, user]));
  const possible = await whatIsPossible(tx, actor, changes);
  const judged = changes.map((change) => {
    const user = userOf.get(change.userId);
    return { ...change, user, outcome: judge(change, user, possible) };
  });
  const restored = judged.flatMap(({ outcome, user, before, after }) =>
    outcome === "restored" && user ? [{ user, before, after }] : [],
  );
  await takePasswordsBack(
    tx,
    actor,
    restored.map(({ user }) => user.id).filter((id) => possible.unchosen.has(id)),
  );
  await writeUsers(
    tx,
    restored.map(({ user, before }) => ({ id: user.id, now: user, after: before })),
  );
  await auditEach(
    tx,
    actor,
    restored
      .filter(({ after }) => Object.keys(after).length > 0)
      .map(({ user, before, after }) => ({
        verb: "user.change",
        subject: user.id,
        changes: { from: { ...after }, to: { ...before } },
      })),
  );
  return judged.map(({ userId, outcome }) => ({ userId, outcome }));
}

/** With the links that came of them. */
async function takePasswordsBack(tx: Tx, actor: Actor, userIds: readonly string[]) {
  const data = { passwordHash: null, mustChangePassword: false };
  await tx.user.updateMany({ where: { id: { in: [...userIds] } }, data });
  await closePasswordLinks(tx, userIds);
  await auditEach(
    tx,
    actor,
    userIds.map((subject) => ({ verb: "user.reset-password", subject })),
  );
}

type Possible = Awaited<ReturnType<typeof whatIsPossible>>;

async function whatIsPossible(tx: Tx, actor: Actor, changes: readonly Changed[]) {
  const teamIds = changes.flatMap(({ before }) => [before.teamId ?? [], before.supervises ?? []].flat());
  const numbers = changes.flatMap(({ before }) => before.personnelNumber ?? []);
  const demoted = changes.filter(({ before }) => before.roles && !before.roles.includes("administrator"));
  const given = changes.filter(({ gavePassword }) => gavePassword).map(({ userId }) => userId);
  const [teams, owners, unchosen, keepers] = await Promise.all([
    tx.team.findMany({ where: { id: { in: teamIds } }, select: { id: true } }),
    tx.user.findMany({
      where: { personnelNumber: { in: numbers } },
      select: { id: true, personnelNumber: true },
    }),
    // Whoever has chosen a password since need not choose another one.
    tx.user.findMany({
      where: { id: { in: given }, mustChangePassword: true, passwordHash: { not: null } },
      select: { id: true },
    }),
    keepersAmong(
      tx,
      actor,
      demoted.map(({ userId }) => userId),
    ),
  ]);
  return {
    teams: new Set(teams.map(({ id }) => id)),
    ownerOf: new Map(owners.map(({ id, personnelNumber }) => [personnelNumber, id])),
    unchosen: new Set(unchosen.map(({ id }) => id)),
    keepers,
  };
}

function judge(
  { userId, before, after, gavePassword }: Changed,
  user: Existing | undefined,
  possible: Possible,
): ImportUndone {
  if (!user) return "not_possible";
  if (Object.keys(differing(user, after)).length > 0) return "changed_since";
  const passwordAlone = gavePassword && Object.keys(after).length === 0;
  if (passwordAlone && !possible.unchosen.has(userId)) return "changed_since";
  const teams = [before.teamId ?? [], before.supervises ?? []].flat();
  const owner = before.personnelNumber == null ? undefined : possible.ownerOf.get(before.personnelNumber);
  const isFree = owner === undefined || owner === userId;
  const isDemoted = before.roles !== undefined && possible.keepers.has(userId);
  return isFree && !isDemoted && teams.every((id) => possible.teams.has(id)) ? "restored" : "not_possible";
}

/** Removes the teams that the import made, where nobody is or was in them. */
async function removeTeams(tx: Tx, actor: Actor, importId: string): Promise<void> {
  const { madeTeams } = await tx.userImport.findUniqueOrThrow({
    where: { id: importId },
    select: { madeTeams: true },
  });
  const removed = await tx.$queryRaw<{ id: string; name: string }[]>`
    delete from team t where t.id = any(${madeTeams}::uuid[])
      and not exists (select from user_account where team_id = t.id)
      and not exists (select from session where team_id = t.id)
      and not exists (select from team_supervisor where team_id = t.id) returning t.id, t.name`;
  await auditEach(
    tx,
    actor,
    removed.map(({ id, name }) => ({ verb: "team.delete", subject: id, changes: { from: { name } } })),
  );
}
