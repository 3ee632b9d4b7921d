import { type Actor, authorize, belongingTo } from "@/lib/auth/actor";
import { later } from "@/lib/clock";
import { db } from "@/lib/db";

/** Every app on every device that a user has signed in from, the one seen last first. */
export async function listInstallations(actor: Actor, userId: string) {
  authorize(actor, "sessions:read");
  const theirs = belongingTo(actor, userId);
  const [rows, uses, open] = await Promise.all([
    db.installation.findMany({ where: theirs }),
    db.session.groupBy({
      by: ["installationId"],
      where: theirs,
      _count: true,
      _max: { lastSeenAt: true },
    }),
    db.session.findFirst({ where: { ...theirs, logoutAt: null }, select: { installationId: true } }),
  ]);
  const inUse = open?.installationId ?? null;
  const byId = new Map(uses.map((use) => [use.installationId, use]));
  return rows
    .map((row) => {
      const use = byId.get(row.id);
      // The row itself is written at sign-in only.
      const lastSeenAt = later(row.lastSeenAt, use?._max.lastSeenAt ?? null);
      return { ...row, sessions: use?._count ?? 0, inUse: row.id === inUse, lastSeenAt };
    })
    .toSorted((a, b) => Number(b.inUse) - Number(a.inUse) || b.lastSeenAt.getTime() - a.lastSeenAt.getTime());
}
export type InstallationRow = Awaited<ReturnType<typeof listInstallations>>[number];
