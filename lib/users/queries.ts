import { type Actor, authorize, inScope, scopeFilter } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import { Prisma, type User } from "@/prisma/generated/client";

type Found = Pick<User, "id" | "teamId" | "roles" | "disabledAt" | "passwordHash">;

/** A user by name, whatever its case and Unicode form. */
export async function findByUsername(tx: Tx, username: string) {
  // In one query: who exists must not be told by how long the answer takes.
  const [row] = await tx.$queryRaw<Found[]>`
    select id, team_id as "teamId", roles::text[] as roles, disabled_at as "disabledAt", password_hash as "passwordHash"
    from user_account where lower(normalize(username, NFKC)) = lower(normalize(${username}, NFKC))`;
  return row ?? null;
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
      installations: { orderBy: { lastSeenAt: "desc" } },
      seat: { include: { session: { omit: { tokenHash: true } } } },
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

const pageSize = 100;

type Page = { search: string; after?: { name: string; id: string } | undefined };

/** Users whose name, username or personnel number contains every word searched for; by name, a page at a time. */
export async function findUsers(actor: Actor, { search, after }: Page) {
  authorize(actor, "users:read");
  const words = search.split(/\s+/).filter(Boolean);
  const where: Prisma.UserWhereInput = {
    ...scopeFilter(actor),
    AND: words.map((word) => ({
      OR: (["name", "username", "personnelNumber"] as const).map((field) => ({
        [field]: { contains: literal(word), mode: Prisma.QueryMode.insensitive },
      })),
    })),
  };
  const beyond: Prisma.UserWhereInput = after
    ? { OR: [{ name: { gt: after.name } }, { name: after.name, id: { gt: after.id } }] }
    : {};
  const [rows, total, signedIn] = await Promise.all([
    db.user.findMany({
      where: { AND: [where, beyond] },
      orderBy: [{ name: "asc" }, { id: "asc" }],
      take: pageSize + 1,
      select: { id: true, name: true },
    }),
    db.user.count({ where }),
    db.user.count({ where: { AND: [where, { seat: { open: true } }] } }),
  ]);
  return { rows: rows.slice(0, pageSize), more: rows.length > pageSize, total, signedIn };
}

/** What LIKE would take for a wildcard, taken for itself. */
const literal = (word: string) => word.replaceAll(/[\\%_]/g, "\\$&");

/** The ids of everybody in these teams now. */
export async function membersOf(teamIds: readonly string[]): Promise<string[]> {
  const rows = await db.user.findMany({ where: { teamId: { in: [...teamIds] } }, select: { id: true } });
  return rows.map((row) => row.id);
}
