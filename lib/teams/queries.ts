import { type Actor, authorize } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";

/** Teams by the names asked for, whatever their case. A name that no team has is missing from the map. */
export async function findTeams(tx: Tx, names: readonly string[]) {
  const rows = await tx.$queryRaw<{ asked: string; id: string; name: string }[]>`
    select asked, t.id, t.name from unnest(${[...names]}::text[]) as asked
    join team t on lower(normalize(t.name, NFKC)) = lower(normalize(asked, NFKC))`;
  return new Map(rows.map((row) => [row.asked, { id: row.id, name: row.name }]));
}

/** The teams the actor may see, by name, with how many people each has and how many are signed in. */
export async function listTeams(actor: Actor) {
  authorize(actor, "teams:read");
  const teams = await db.team.findMany({
    where: actor.scope === "all" ? {} : { id: { in: [...actor.scope] } },
    orderBy: { name: "asc" },
    include: {
      supervisors: { include: { user: { select: { name: true } } } },
      _count: { select: { members: true } },
    },
  });
  const open = await db.user.groupBy({ by: ["teamId"], where: { seat: { open: true } }, _count: true });
  const signedIn = new Map(open.map((row) => [row.teamId, row._count]));
  return teams.map((team) => ({
    id: team.id,
    name: team.name,
    members: team._count.members,
    signedIn: signedIn.get(team.id) ?? 0,
    supervisors: team.supervisors.map((row) => row.user.name),
  }));
}
