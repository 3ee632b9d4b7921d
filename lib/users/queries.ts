import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import type { User } from "@/prisma/generated/client";

type Found = Pick<User, "id" | "teamId" | "roles" | "disabledAt" | "passwordHash">;

/** A user by name, whatever its case and Unicode form. */
export async function findByUsername(tx: Tx, username: string) {
  // In one query: who exists must not be told by how long the answer takes.
  const [row] = await tx.$queryRaw<Found[]>`
    select id, team_id as "teamId", roles::text[] as roles, disabled_at as "disabledAt", password_hash as "passwordHash"
    from user_account where lower(normalize(username, NFKC)) = lower(normalize(${username}, NFKC))`;
  return row ?? null;
}

/** The users of these names whom the actor may see, each once, by id, and the names that are nobody's of them. */
export async function findAmong(tx: Tx, actor: Actor, usernames: readonly string[]) {
  const rows = await tx.$queryRaw<
    (Pick<User, "id" | "username" | "name" | "teamId" | "roles"> & { asked: string })[]
  >`
    select asked, u.id, u.username, u.name, u.team_id as "teamId", u.roles::text[] as roles
    from unnest(${[...usernames]}::text[]) as asked
    join user_account u on lower(normalize(u.username, NFKC)) = lower(normalize(asked, NFKC)) order by u.id`;
  const seen = rows.filter((row) => inScope(actor, row.teamId));
  const known = new Set(seen.map((row) => row.asked));
  return {
    users: [...new Map(seen.map(({ asked, ...user }) => [user.id, user])).values()],
    unknown: [...new Set(usernames)].filter((username) => !known.has(username)),
  };
}

/** The same; null where one of the names is nobody's whom the actor may see. */
export async function findByUsernames(tx: Tx, actor: Actor, usernames: readonly string[]) {
  const { users, unknown } = await findAmong(tx, actor, usernames);
  return unknown.length > 0 ? null : users;
}

/** The names of users, in the order of their ids; null of whom there is none. */
export async function findNames(ids: readonly string[]): Promise<(string | null)[]> {
  const rows = await db.user.findMany({ where: { id: { in: [...ids] } }, select: { id: true, name: true } });
  const found = new Map(rows.map(({ id, name }) => [id, name]));
  return ids.map((id) => found.get(id) ?? null);
}

/** A user with team, roles, seat and last sign of life, as of the database's `now`. */
export async function getUser(actor: Actor, username: string) {
  authorize(actor, "users:read");
  const found = await findByUsername(db, username);
  if (!found || !inScope(actor, found.teamId)) return fail("not-found");
  const user = await db.user.findUniqueOrThrow({
    where: { id: found.id },
    omit: { passwordHash: true },
    include: {
      team: true,
      supervises: { include: { team: true } },
      seat: {
        include: {
          session: { omit: { tokenHash: true } },
          installation: { include: { updateRelease: true } },
        },
      },
    },
  });
  const endedById = user.seat?.session?.endedById ?? null;
  const [sign, settings, now, endedBy] = await Promise.all([
    db.signOfLife.findUnique({ where: { userId: user.id } }),
    readSettings(db),
    databaseNow(db),
    endedById === null ? null : db.user.findUnique({ where: { id: endedById }, select: { name: true } }),
  ]);
  return ok({
    ...user,
    hasPassword: found.passwordHash !== null,
    endedBy: endedBy?.name ?? null,
    sign,
    mobileSilenceSeconds: settings.mobileSilenceSeconds,
    now,
  });
}
export type UserDetails = Extract<Awaited<ReturnType<typeof getUser>>, { ok: true }>["value"];

/** The ids of everybody in these teams now. */
export async function membersOf(teamIds: readonly string[]): Promise<string[]> {
  const rows = await db.user.findMany({ where: { teamId: { in: [...teamIds] } }, select: { id: true } });
  return rows.map((row) => row.id);
}
