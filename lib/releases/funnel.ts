import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { Prisma } from "@/prisma/generated/client";
import { releaseFacts } from "./facts";
import { foresee } from "./preview";
import type { ReleaseId } from "./schema";

/** How far people got with a release, in the order in which they get there. */
export const funnelSteps = ["owed", "delivered", "seen", "acknowledged", "signedOut", "cameBack"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

const reached: Record<Exclude<FunnelStep, "owed">, Prisma.Sql> = {
  delivered: Prisma.sql`bool_or(n.delivered_at is not null)`,
  seen: Prisma.sql`bool_or(n.seen_at is not null)`,
  acknowledged: Prisma.sql`bool_or(n.acknowledged_at is not null)`,
  signedOut: Prisma.sql`bool_or(n.closed_why = 'signed_out')`,
  cameBack: Prisma.sql`bool_or(n.updated_at is not null)`,
};

/** How many people owed a release at any time, and how many of them got how far. */
export async function releaseFunnel(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const [counted] = await db.$queryRaw<[Record<Exclude<FunnelStep, "owed">, number>]>`
    select count(*) filter (where delivered)::int as delivered, count(*) filter (where seen)::int as seen,
      count(*) filter (where acknowledged)::int as acknowledged, count(*) filter (where out)::int as "signedOut",
      count(*) filter (where back)::int as "cameBack"
    from (
      select ${reached.delivered} as delivered, ${reached.seen} as seen, ${reached.acknowledged} as acknowledged,
        ${reached.signedOut} as out, ${reached.cameBack} as back
      from notice n where n.release_id = ${id}::uuid group by n.user_id
    ) people`;
  return ok({ ...counted, owed: (await everOwed(row)).size });
}

const mostListed = 500;

/** The people of one step of it, by name. */
export async function funnelPeople(actor: Actor, { id, step }: ReleaseId & { step: FunnelStep }) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const ids = step === "owed" ? [...(await everOwed(row))] : await whoReached(id, step);
  const items = await db.user.findMany({
    where: { id: { in: ids } },
    select: { id: true, username: true, name: true, team: { select: { name: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostListed,
  });
  return ok({ items, total: ids.length });
}

async function whoReached(id: string, step: Exclude<FunnelStep, "owed">) {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    select n.user_id as "userId" from notice n where n.release_id = ${id}::uuid
    group by n.user_id having ${reached[step]}`;
  return rows.map(({ userId }) => userId);
}

/** Whoever was told of it, and whoever owes it and is told when they sign in. */
async function everOwed(row: Parameters<typeof releaseFacts>[0]): Promise<ReadonlySet<string>> {
  const told = await db.notice.findMany({
    where: { releaseId: row.id },
    select: { userId: true },
    distinct: ["userId"],
  });
  const stands = row.status === "published" || row.status === "paused";
  const owing = stands ? await foresee(db, releaseFacts(row), await databaseNow(db)) : [];
  const now = owing.flatMap(({ one, figures }) => (figures.includes("owed") ? one.userId : []));
  return new Set([...told.map(({ userId }) => userId), ...now]);
}
