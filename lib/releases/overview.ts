import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { Channel } from "@/prisma/generated/enums";
import { type ReleaseFacts, releaseFacts } from "./facts";
import { countsOf, judge } from "./foresee";
import { inForce } from "./in-force";
import { firstTold, installedIn } from "./people";

/** Every release, the youngest first, with how far it got: of the installations that were seen within 30 days. */
export async function listReleases(actor: Actor) {
  authorize(actor, "releases:read");
  const rows = await db.release.findMany({ orderBy: [{ createdAt: "desc" }, { id: "desc" }] });
  const releases = rows.map(releaseFacts);
  const [publishers, figures] = await Promise.all([
    publishersOf(releases.map(({ id }) => id)),
    figuresOf(releases),
  ]);
  return releases.map(({ id, channel, version, build, versionKey, kind, status, ...release }) => ({
    ...{ id, channel, version, build, versionKey, kind, status },
    held: release.held !== null,
    stagePercent: release.stagePercent,
    createdAt: release.createdAt,
    publishAt: release.publishAt,
    publishedAt: release.publishedAt,
    withdrawnAt: release.withdrawnAt,
    publishedBy: publishers.get(id) ?? null,
    ...(figures.get(id) ?? { owed: null, adoption: null }),
  }));
}
export type ListedRelease = Awaited<ReturnType<typeof listReleases>>[number];

/** Who published each last, or scheduled it: by name; a program has none. */
export async function publishersOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
  const rows = await db.$queryRaw<{ id: string; name: string | null }[]>`
    select distinct on (a.subject) a.subject as id, u.name from audit_entry a
    left join user_account u on u.id = a.actor_id
    where a.subject = any(${[...ids]}::text[]) and a.verb in ('release.publish', 'release.schedule')
      and a.actor_kind <> 'rule'
    order by a.subject, a.at desc`;
  return new Map(rows.flatMap(({ id, name }) => (name === null ? [] : [[id, name] as const])));
}

/** Drafts have no figures yet. */
async function figuresOf(releases: readonly ReleaseFacts[]) {
  const figures = new Map<string, { owed: number; adoption: number | null }>();
  const out = releases.filter(({ publishedAt }) => publishedAt !== null);
  if (out.length === 0) return figures;
  const rules = await inForce(db);
  const now = await databaseNow(db);
  for (const channel of Object.values(Channel)) {
    const ofChannel = out.filter((release) => release.channel === channel);
    if (ofChannel.length === 0) continue;
    const installed = await installedIn(db, channel);
    const told = await firstTold(
      db,
      ofChannel.map(({ id }) => id),
      null,
    );
    for (const release of ofChannel) {
      const { owed, current } = countsOf(judge(release, { rules, installed, told, now }));
      figures.set(release.id, { owed, adoption: installed.length === 0 ? null : current / installed.length });
    }
  }
  return figures;
}
