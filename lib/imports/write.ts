import { v7 as uuidv7 } from "uuid";
import { auditEach } from "@/lib/audit/commands";
import type { Actor } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db";
import type { Create, Update } from "./check";
import type { Stored } from "./facts";

type Hashes = ReadonlyMap<number, string>;

/** Makes users; returns the lines whose username or number somebody else has taken in this very moment. */
export async function insertUsers(
  tx: Tx,
  actor: Actor,
  importId: string,
  creates: readonly Create[],
  hashes: Hashes,
) {
  if (creates.length === 0) return [];
  const rows = creates.map((create) => ({
    ...create,
    id: uuidv7(),
    passwordHash: hashes.get(create.line) ?? null,
  }));
  // By username: two imports of the same people then wait for each other in one order.
  const made = await tx.$queryRaw<{ id: string }[]>`
    insert into user_account (id, username, name, email, personnel_number, team_id, roles, password_hash, must_change_password)
    select id, username, name, email, "personnelNumber", "teamId", roles, "passwordHash", "passwordHash" is not null
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, username text, name text, email text,
      "personnelNumber" text, "teamId" uuid, roles role[], "passwordHash" text)
    order by lower(normalize(username, NFKC))
    on conflict do nothing returning id`;
  const ids = new Set(made.map(({ id }) => id));
  const inserted = rows.filter(({ id }) => ids.has(id));
  await insertSupervisors(tx, inserted);
  await keepChanges(
    tx,
    importId,
    inserted.map(({ id, line }) => ({ userId: id, line })),
  );
  await auditEach(
    tx,
    actor,
    inserted.map(({ id }) => ({ verb: "user.create", subject: id })),
  );
  return rows.filter(({ id }) => !ids.has(id)).map(({ line }) => line);
}

/** Changes users whom the caller has locked. */
export async function changeUsers(
  tx: Tx,
  actor: Actor,
  importId: string,
  updates: readonly Update[],
  hashes: Hashes,
) {
  if (updates.length === 0) return;
  await writeUsers(
    tx,
    updates.map(({ line, user, after, password }) => ({
      id: user.id,
      now: user,
      after,
      passwordHash: password === null ? undefined : hashes.get(line),
    })),
  );
  const changes = updates.map(({ line, user, after, password }) => ({
    line,
    userId: user.id,
    before: part(user, after),
    after,
    gavePassword: password !== null,
  }));
  await keepChanges(tx, importId, changes);
  await auditEach(
    tx,
    actor,
    changes.map(({ userId, before, after }) => ({
      verb: "user.change",
      subject: userId,
      changes: { from: before, to: { ...after } },
    })),
  );
}

type Kept = { userId: string; line: number; before?: object; after?: object; gavePassword?: boolean };

/** What undoing needs to know. */
async function keepChanges(tx: Tx, importId: string, changes: readonly Kept[]) {
  await tx.$executeRaw`
    insert into user_import_change (import_id, user_id, line, before, after, gave_password)
    select ${importId}::uuid, "userId", line, before, after, coalesce("gavePassword", false)
    from json_to_recordset(${JSON.stringify(changes)}::json)
      as r ("userId" uuid, line int, before jsonb, after jsonb, "gavePassword" boolean)`;
}

type Write = { id: string; now: Stored; after: Partial<Stored>; passwordHash?: string | undefined };

/** Gives each user what is to be after, in one statement; the caller has locked them. */
export async function writeUsers(tx: Tx, writes: readonly Write[]): Promise<void> {
  if (writes.length === 0) return;
  const rows = writes.map(({ id, now, after, passwordHash }) => ({ ...now, ...after, id, passwordHash }));
  await tx.$executeRaw`
    update user_account u set name = r.name, email = r.email, personnel_number = r."personnelNumber",
      team_id = r."teamId", roles = r.roles, password_hash = coalesce(r."passwordHash", u.password_hash),
      must_change_password = u.must_change_password or r."passwordHash" is not null
    from json_to_recordset(${JSON.stringify(rows)}::json) as r (id uuid, name text, email text,
      "personnelNumber" text, "teamId" uuid, roles role[], "passwordHash" text)
    where u.id = r.id`;
  const supervising = writes.flatMap(({ id, after }) =>
    after.supervises ? [{ id, supervises: after.supervises }] : [],
  );
  await tx.teamSupervisor.deleteMany({ where: { userId: { in: supervising.map(({ id }) => id) } } });
  await insertSupervisors(tx, supervising);
}

async function insertSupervisors(tx: Tx, users: readonly { id: string; supervises: readonly string[] }[]) {
  await tx.teamSupervisor.createMany({
    data: users.flatMap(({ id, supervises }) => supervises.map((teamId) => ({ userId: id, teamId }))),
  });
}

/** Of what a user has now, the fields that change. */
function part(now: Stored, after: Partial<Stored>) {
  const fields = Object.keys(after) as (keyof Stored)[];
  return Object.fromEntries(fields.map((field) => [field, now[field]]));
}
