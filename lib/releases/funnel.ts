import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { Prisma, type Release } from "@/prisma/generated/client";
import { listUsers } from "./behind";
import { releaseFacts } from "./facts";
import { foresee } from "./foresee";
import type { ReleaseId } from "./schema";

/** How far people got with a release, in the order in which they get there. */
export const funnelSteps = ["owed", "delivered", "seen", "acknowledged", "signedOut", "updated"] as const;
export type FunnelStep = (typeof funnelSteps)[number];

const reached: Record<Exclude<FunnelStep, "owed">, Prisma.Sql> = {
  delivered: Prisma.sql`bool_or(n.delivered_at is not null)`,
  seen: Prisma.sql`bool_or(n.seen_at is not null)`,
  acknowledged: Prisma.sql`bool_or(n.acknowledged_at is not null)`,
  signedOut: Prisma.sql`bool_or(n.closed_why = 'signed_out')`,
  updated: Prisma.sql`bool_or(n.updated_at is not null)`,
};

export type Funnel = Record<FunnelStep, number>;

/** How many people owed a release at any time, and how many of them got how far. */
export async function releaseFunnel(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  return row ? ok(await funnelOf(row)) : fail("not-found");
}

export async function funnelOf(row: Release): Promise<Funnel> {
  const [counted] = await db.$queryRaw<[Omit<Funnel, "owed">]>`
    select count(*) filter (where delivered)::int as delivered, count(*) filter (where seen)::int as seen,
      count(*) filter (where acknowledged)::int as acknowledged, count(*) filter (where out)::int as "signedOut",
      count(*) filter (where back)::int as updated
    from (
      select ${reached.delivered} as delivered, ${reached.seen} as seen, ${reached.acknowledged} as acknowledged,
        ${reached.signedOut} as out, ${reached.updated} as back
      from notice n where n.release_id = ${row.id}::uuid group by n.user_id
    ) people`;
  return { ...counted, owed: (await everOwed(row)).size };
}

/** The people of one step of it, by name. */
export async function funnelPeople(actor: Actor, { id, step }: ReleaseId & { step: FunnelStep }) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const ids = step === "owed" ? [...(await everOwed(row))] : await whoReached(id, step);
  return ok({ items: await listUsers(ids), teams: [] });
}

async function whoReached(id: string, step: Exclude<FunnelStep, "owed">) {
  const rows = await db.$queryRaw<{ userId: string }[]>`
    select n.user_id as "userId" from notice n where n.release_id = ${id}::uuid
    group by n.user_id having ${reached[step]}`;
  return rows.map(({ userId }) => userId);
}

/** Whoever was told of it, and whoever owes it and is told when they sign in, or would be if it had not been stopped. */
async function everOwed(row: Release): Promise<ReadonlySet<string>> {
  const told = await db.$queryRaw<{ userId: string }[]>`
    select distinct user_id as "userId" from notice where release_id = ${row.id}::uuid`;
  const asOut = { ...releaseFacts(row), status: "published" as const };
  const owing = row.publishedAt ? await foresee(db, asOut, await databaseNow(db)) : [];
  const now = owing.flatMap(({ one, figures }) => (figures.includes("owed") ? one.userId : []));
  return new Set([...told.map(({ userId }) => userId), ...now]);
}
