import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { releaseFacts } from "./facts";
import { publishersOf } from "./overview";
import type { ReleaseId } from "./schema";

/** A release with the names of whom it is for; teams and people who are gone are left out. */
export async function getRelease(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const release = releaseFacts(row);
  const [teams, users, publishers, now] = await Promise.all([
    db.team.findMany({
      where: { id: { in: [...release.teamIds, ...release.excludeTeamIds] } },
      select: { id: true, name: true },
      orderBy: { name: "asc" },
    }),
    db.user.findMany({
      where: { id: { in: [...release.userIds, ...release.excludeUserIds] } },
      select: { id: true, username: true, name: true },
      orderBy: { name: "asc" },
    }),
    publishersOf([id]),
    databaseNow(db),
  ]);
  const teamsOf = (ids: readonly string[]) =>
    teams.filter((team) => ids.includes(team.id)).map(({ name }) => name);
  const usersOf = (ids: readonly string[]) =>
    users.filter((user) => ids.includes(user.id)).map(({ username, name }) => ({ username, name }));
  return ok({
    ...release,
    teams: teamsOf(release.teamIds),
    excludeTeams: teamsOf(release.excludeTeamIds),
    users: usersOf(release.userIds),
    excludeUsers: usersOf(release.excludeUserIds),
    publishedBy: publishers.get(id) ?? null,
    now,
  });
}
export type ReleaseDetails = Extract<Awaited<ReturnType<typeof getRelease>>, { ok: true }>["value"];
