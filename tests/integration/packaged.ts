import { bootstrapToken } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { sweepDeadlines } from "@/lib/notices/sweep";
import { turnReleases } from "@/lib/releases/turn";
import { beat, recordSigns } from "@/lib/seats/beat";
import { changeTeam } from "@/lib/teams/commands";
import { moveMembers } from "@/lib/teams/members";
import type { User } from "@/prisma/generated/client";
import { person, sessionsOf, signedIn } from "./people";
import { hours } from "./release-day";
import { newTeam } from "./teams";

export const days = (count: number) => hours(24 * count);

/** A team, on package deployment or not, with somebody signed in. */
export async function teamOf({ packaged }: { packaged: boolean }) {
  const team = await newTeam();
  await onPackages(team.id, packaged);
  const user = await person({ team: team.name });
  await signedIn(user.username);
  return { id: team.id, user };
}

export const onPackages = (id: string, packageDeployment: boolean) =>
  changeTeam(bootstrapToken, { id, packageDeployment });

export const move = ({ username }: User, teamId: string) =>
  moveMembers(bootstrapToken, { usernames: [username], teamId });

/** The gateways take their turns; everybody's app is in touch. */
export async function turn() {
  await db.$executeRaw`update gateway_beat set beat_at = ledger_now()`;
  await beat();
  const seats = await db.seat.findMany({ where: { open: true } });
  await recordSigns(
    seats.map(({ userId, sessionId }) => ({ userId, sessionId: sessionId ?? "", agedMs: 0 })),
  );
  await turnReleases();
  await sweepDeadlines();
}

export const isOut = async (user: User) => (await sessionsOf(user.id)).at(-1)?.logoutAt !== null;

export const itemOf = (releaseId: string, teamId: string) =>
  db.workItem.findUnique({ where: { releaseId_teamId: { releaseId, teamId } } });
