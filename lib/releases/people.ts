import type { Tx } from "@/lib/db";
import { versionKey } from "@/lib/versions/key";
import { Prisma } from "@/prisma/generated/client";
import type { Channel, UpdateStatus } from "@/prisma/generated/enums";
import type { Subject } from "./policy";

/** Whoever's app was not seen for longer owes nothing that anybody counts. */
export const seenWithinDays = 30;

const seen = Prisma.sql`i.last_seen_at > ledger_now() - ${seenWithinDays} * interval '1 day'`;

/** An installation, whose it is, and the session that is open on it. */
export type Installed = Omit<Subject, "told"> & {
  id: string;
  version: string;
  build: string | null;
  osVersion: string | null;
  device: string | null;
  lastSeenAt: Date;
  sessionId: string | null;
  /** On a call or in a chat, which a sign-out waits for. */
  onInteraction: boolean;
  updateStatus: UpdateStatus | null;
  updateReleaseId: string | null;
  updateSince: Date | null;
};

type Row = Omit<Installed, "osKey">;

async function read(tx: Tx, where: Prisma.Sql): Promise<Installed[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select i.id, i.user_id as "userId", u.team_id as "teamId", i.channel::text, i.version, i.build,
      i.version_key as "versionKey", i.build_key as "buildKey", i.os_name as "osName", i.os_version as "osVersion", i.device,
      i.last_seen_at as "lastSeenAt", s.session_id as "sessionId", coalesce(s.open_interactions > 0 and exists (
        select 1 from interaction a where a.session_id = s.session_id and a.ended_at is null and a.channel <> 'email'
      ), false) as "onInteraction", i.update_status::text as "updateStatus",
      i.update_release_id as "updateReleaseId", i.update_since as "updateSince"
    from installation i join user_account u on u.id = i.user_id
    left join seat s on s.user_id = i.user_id and s.installation_id = i.id and s.open
    where ${where}`;
  const osKeys = new Map<string | null, string | null>([[null, null]]);
  return rows.map((row) => {
    // A handful of systems run everywhere.
    if (!osKeys.has(row.osVersion)) osKeys.set(row.osVersion, versionKey(row.osVersion ?? ""));
    return { ...row, osKey: osKeys.get(row.osVersion) ?? null };
  });
}

/** What these users have installed. */
export const installedBy = (tx: Tx, userIds: readonly string[]) =>
  read(tx, Prisma.sql`i.user_id = any(${[...userIds]}::uuid[])`);

/** What was seen of late in a channel by whoever may still sign in. */
export const installedIn = (tx: Tx, channel: Channel) =>
  read(tx, Prisma.sql`i.channel = ${channel}::channel and u.disabled_at is null and ${seen}`);

const nobodyTold: ReadonlyMap<string, Date> = new Map();

/** When each of these users was first told of each of these releases. */
export async function firstTold(tx: Tx, releaseIds: readonly string[], userIds: readonly string[] | null) {
  const rows = await tx.$queryRaw<{ userId: string; releaseId: string; at: Date }[]>`
    select user_id as "userId", release_id as "releaseId", min(made_at) as at from notice
    where release_id = any(${[...releaseIds]}::uuid[])
      and (${userIds === null} or user_id = any(${[...(userIds ?? [])]}::uuid[]))
    group by user_id, release_id`;
  const byUser = new Map<string, Map<string, Date>>();
  for (const { userId, releaseId, at } of rows) {
    const told = byUser.get(userId) ?? new Map<string, Date>();
    byUser.set(userId, told.set(releaseId, at));
  }
  return (userId: string) => byUser.get(userId) ?? nobodyTold;
}

/** Users whose installations another revision of the policy has judged; those who are signed in come first. */
export async function unsettledUsers(tx: Tx, revision: number, most: number): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select i.user_id as "userId" from installation i
    left join seat s on s.user_id = i.user_id and s.installation_id = i.id and s.open
    where ${seen} and i.update_revision <> ${revision}
    order by s.user_id is null, i.user_id limit ${most}`;
  return [...new Set(rows.map(({ userId }) => userId))];
}
