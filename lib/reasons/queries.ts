import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { db, type Tx } from "@/lib/db";
import { keep } from "@/lib/kept";
import { ok } from "@/lib/result";
import type { ReasonsOfTeams } from "./schema";

const withTeams = { teams: { select: { team: { select: { id: true, name: true } } } } } as const;

const kept = keep(async (tx) => {
  const rows = await tx.notReadyReason.findMany({
    where: { archivedAt: null },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: withTeams,
  });
  return rows.map(({ name, everyTeam, teams }) => ({
    name,
    teamIds: everyTeam ? null : teams.map(({ team }) => team.id),
  }));
});

/** The names of the reasons that agents of a team are offered, in their order; at most a second old. */
export async function reasonsOf(tx: Tx, teamId: string): Promise<string[]> {
  const reasons = await kept.read(tx);
  return reasons
    .filter(({ teamIds }) => teamIds === null || teamIds.includes(teamId))
    .map(({ name }) => name);
}

/** The names of the reasons that agents of every one of these teams are offered, for whoever sets their state. */
export async function reasonsOfTeams(actor: Actor, { teamIds }: ReasonsOfTeams) {
  authorize(actor, "agents:force");
  const reasons = await kept.read(db);
  const reached = teamIds.filter((teamId) => inScope(actor, teamId));
  const offered = reasons.filter(
    (reason) => reason.teamIds === null || reached.every((teamId) => reason.teamIds?.includes(teamId)),
  );
  return ok(offered.map(({ name }) => name));
}

/** For whoever has just changed one. */
export const forgetReasons = kept.forget;

/** All of them: those that are offered in their order, then the archived ones by name. */
export async function listReasons(actor: Actor): Promise<Reason[]> {
  authorize(actor, "settings:read");
  const rows = await db.notReadyReason.findMany({
    orderBy: [{ position: "asc" }, { id: "asc" }],
    include: withTeams,
  });
  const reasons = rows.map(toReason);
  return [
    ...reasons.filter(({ archived }) => !archived),
    ...reasons.filter(({ archived }) => archived).sort((a, b) => a.name.localeCompare(b.name)),
  ];
}

export async function findReason(tx: Tx, id: string): Promise<Reason | null> {
  const row = await tx.notReadyReason.findUnique({ where: { id }, include: withTeams });
  return row && toReason(row);
}

export type Reason = {
  id: string;
  name: string;
  kind: "working" | "break";
  /** Names of the teams that it is offered to; null: every team. */
  teams: string[] | null;
  archived: boolean;
};

type Row = Omit<Reason, "teams" | "archived"> & {
  everyTeam: boolean;
  archivedAt: Date | null;
  teams: { team: { name: string } }[];
};

const toReason = ({ id, name, kind, everyTeam, archivedAt, teams }: Row): Reason => ({
  id,
  name,
  kind,
  teams: everyTeam ? null : teams.map(({ team }) => team.name).sort((a, b) => a.localeCompare(b)),
  archived: archivedAt !== null,
});
