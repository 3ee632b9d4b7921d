import { z } from "zod";
import type { Tx } from "@/lib/db";
import { versionKey } from "@/lib/versions/key";
import { Prisma } from "@/prisma/generated/client";
import { Channel, UpdateStatus } from "@/prisma/generated/enums";
import type { Subject, Told } from "./policy";

/** Whoever's app was not seen for longer owes nothing that anybody counts. */
export const seenWithinDays = 30;

const seen = Prisma.sql`i.last_seen_at > (select ledger_now()) - ${seenWithinDays} * interval '1 day'`;

/** An installation, whose it is, and the session that is open on it. */
export type Installed = Omit<Subject, "told"> & {
  id: string;
  sessionId: string | null;
  /** On a call or in a chat, which a sign-out waits for. */
  onInteraction: boolean;
};

/** And what the policy said of it last. */
export type JudgedInstall = Installed & {
  /** Seen of late, and its person may sign in: see installedIn. */
  counts: boolean;
  updateStatus: UpdateStatus | null;
  updateReleaseId: string | null;
  updateSince: Date | null;
};

const between = "\u001f";
const columns = {
  id: Prisma.sql`i.id`,
  userId: Prisma.sql`i.user_id`,
  teamId: Prisma.sql`u.team_id`,
  channel: Prisma.sql`i.channel`,
  versionKey: Prisma.sql`i.version_key`,
  buildKey: Prisma.sql`i.build_key`,
  osName: Prisma.sql`i.os_name`,
  osVersion: Prisma.sql`i.os_version`,
  sessionId: Prisma.sql`s.session_id`,
  onInteraction: Prisma.sql`case when s.open_interactions > 0 and exists (
    select 1 from interaction a where a.session_id = s.session_id and a.ended_at is null and a.channel <> 'email'
  ) then 1 end`,
};
const outcomeColumns = {
  updateStatus: Prisma.sql`i.update_status`,
  updateReleaseId: Prisma.sql`i.update_release_id`,
  updateSince: Prisma.sql`round(extract(epoch from i.update_since) * 1000)`,
  counts: Prisma.sql`case when u.disabled_at is null and ${seen} then 1 end`,
};

/** Each column as one text: ten thousand rows one by one cost ten times as much. */
async function read<K extends string>(tx: Tx, wanted: Record<K, Prisma.Sql>, where: Prisma.Sql) {
  const names = Object.keys(wanted) as K[];
  const packed = names.map(
    (name) =>
      Prisma.sql`string_agg(coalesce((${wanted[name]})::text, ''), ${between}) as "${Prisma.raw(name)}"`,
  );
  const [row] = await tx.$queryRaw<Record<K, string | null>[]>`
    select ${Prisma.join(packed)} from installation i join user_account u on u.id = i.user_id
    left join seat s on s.user_id = i.user_id and s.installation_id = i.id and s.open
    where ${where}`;
  const texts = names.map((name) => [name, row?.[name]?.split(between) ?? []] as const);
  const cells = Object.fromEntries(texts) as Record<K, string[]>;
  return (name: K, at: number): string | null => cells[name][at] || null;
}

type Cell<K extends string> = (name: K, at: number) => string | null;

function* rowsOf<K extends string>(cell: Cell<K | "id">) {
  for (let at = 0; ; at++) {
    const id = cell("id", at);
    if (id === null) return;
    yield { id, at };
  }
}

function installed(cell: Cell<keyof typeof columns>) {
  const osKey = once((version) => versionKey(version ?? ""));
  const channel = once((text) => z.enum(Channel).parse(text));
  return ({ id, at }: { id: string; at: number }): Installed => ({
    id,
    userId: cell("userId", at) ?? "",
    teamId: cell("teamId", at) ?? "",
    channel: channel(cell("channel", at)),
    versionKey: cell("versionKey", at),
    buildKey: cell("buildKey", at),
    osName: cell("osName", at),
    osKey: osKey(cell("osVersion", at)),
    sessionId: cell("sessionId", at),
    onInteraction: cell("onInteraction", at) !== null,
  });
}

const dateOf = (ms: string | null) => (ms === null ? null : new Date(Number(ms)));

/** Read once for each text: a handful of systems run everywhere. */
function once<T>(read: (text: string | null) => T) {
  const kept = new Map<string | null, T>();
  return (text: string | null): T => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const value = read(text);
    kept.set(text, value);
    return value;
  };
}

/** What these users have installed. */
export async function installedBy(tx: Tx, userIds: readonly string[]): Promise<JudgedInstall[]> {
  const where = Prisma.sql`i.user_id = any(${[...userIds]}::uuid[])`;
  const cell = await read(tx, { ...columns, ...outcomeColumns }, where);
  const status = once((text) => z.enum(UpdateStatus).nullable().parse(text));
  const one = installed(cell);
  return [...rowsOf(cell)].map((row) => ({
    ...one(row),
    updateStatus: status(cell("updateStatus", row.at)),
    updateReleaseId: cell("updateReleaseId", row.at),
    updateSince: dateOf(cell("updateSince", row.at)),
    counts: cell("counts", row.at) !== null,
  }));
}

/** What was seen of late in a channel by whoever may still sign in. */
export async function installedIn(tx: Tx, channel: Channel): Promise<Installed[]> {
  const where = Prisma.sql`i.channel = ${channel}::channel and u.disabled_at is null and ${seen}`;
  const cell = await read(tx, columns, where);
  return [...rowsOf(cell)].map(installed(cell));
}

const nobodyTold: ReadonlyMap<string, Told> = new Map();

/** What each of these users was told of each of these releases, since it was last said who installs it. */
export async function firstTold(tx: Tx, releaseIds: readonly string[], userIds: readonly string[] | null) {
  const rows = await tx.$queryRaw<(Told & { userId: string; releaseId: string })[]>`
    with told as (
      select * from notice where release_id = any(${[...releaseIds]}::uuid[])
        and (${userIds === null} or user_id = any(${[...(userIds ?? [])]}::uuid[]))
    )
    select t.user_id as "userId", t.release_id as "releaseId", t.packaged, min(t.made_at) as at,
      min(t.sign_out_at) filter (where t.closed_at is null) as "signOutAt"
    from told t where not exists (select from told later where later.release_id = t.release_id
      and later.user_id = t.user_id and later.packaged <> t.packaged and (later.made_at, later.id) > (t.made_at, t.id))
    group by t.user_id, t.release_id, t.packaged`;
  const byUser = new Map<string, Map<string, Told>>();
  for (const { userId, releaseId, ...told } of rows)
    byUser.set(userId, (byUser.get(userId) ?? new Map<string, Told>()).set(releaseId, told));
  return (userId: string) => byUser.get(userId) ?? nobodyTold;
}

type Some = { half: 0 | 1; most: number };

/** Some of half of the users whose installations another revision of the policy has judged. */
export async function unsettledUsers(tx: Tx, revision: number, { half, most }: Some): Promise<string[]> {
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select i.user_id as "userId" from installation i
    where ${seen} and i.update_revision <> ${revision} and (uuid_hash(i.user_id) & 1) = ${half}::int limit ${most}`;
  return [...new Set(rows.map(({ userId }) => userId))];
}
