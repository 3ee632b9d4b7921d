import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/db";
import type { Judged } from "@/lib/releases/sign-in";
import { keysOf } from "@/lib/versions/order";
import { Prisma } from "@/prisma/generated/client";
import type { Channel } from "@/prisma/generated/enums";
import type { Client } from "./schema";

/** The channel whose releases an installation gets: by platform, a phone by its operating system. */
export function channelOf(client: Pick<Client, "platform" | "osName">): Channel {
  if (client.platform === "desktop") return "desktop";
  return /^(ios|ipados)$/i.test(client.osName ?? "") ? "ios" : "android";
}

const deviceOf = (client: Client) => client.device ?? client.browserName;

/**
 * Locks an installation until the transaction ends, whether or not its row is there yet; every transaction does so before
 * it locks a seat. One without an id is its user's alone, and guarded by their seat.
 */
export async function lockInstallation(tx: Tx, { installId }: Client): Promise<void> {
  if (installId) await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${installId}, 0))`;
}

/** Who else has a session open on this installation: a shared device is left by one before the next. */
export async function othersOn(tx: Tx, userId: string, { installId }: Client): Promise<string[]> {
  if (!installId) return [];
  // From the seats: the ledger has no index by installation.
  const rows = await tx.$queryRaw<{ userId: string }[]>`
    select s.user_id as "userId" from installation i join seat s on s.user_id = i.user_id and s.open
    join session x on x.id = s.session_id and x.installation_id = i.id
    where i.install_id = ${installId}::uuid and i.user_id <> ${userId}::uuid`;
  return rows.map((row) => row.userId);
}

/** Which row is this app on this device: by its own id, else by channel and device. */
const byId = Prisma.sql`(user_id, install_id) where install_id is not null`;
const byDevice = Prisma.sql`(user_id, channel, coalesce(device, '')) where install_id is null`;

/**
 * The statement that keeps what this app on this device is now and what the update policy says of it, under the lock of its
 * user's seat; it returns the row's id.
 */
export function keepInstallation(userId: string, client: Client, judged: Judged, now: Date): Prisma.Sql {
  const { version, build } = client;
  const { status, releaseId, since } = judged.outcome;
  const { versionKey, buildKey } = keysOf(client);
  return Prisma.sql`
    insert into installation as i (id, user_id, install_id, channel, version, build, version_key, build_key, push_token, os_name,
      os_version, device, first_seen_at, last_seen_at, update_status, update_release_id, update_since, update_revision)
    values (${uuidv7()}::uuid, ${userId}::uuid, ${client.installId}::uuid, ${channelOf(client)}::channel, ${version},
      ${build}, ${versionKey}, ${buildKey}, ${client.pushToken}, ${client.osName}, ${client.osVersion}, ${deviceOf(client)},
      ${now}::timestamptz, ${now}::timestamptz, ${status}::update_status, ${releaseId}::uuid, ${since}::timestamptz,
      ${judged.revision})
    on conflict ${client.installId ? byId : byDevice} do update set
      channel = excluded.channel, version = excluded.version, build = excluded.build,
      version_key = excluded.version_key, build_key = excluded.build_key,
      push_token = coalesce(excluded.push_token, i.push_token), os_name = excluded.os_name,
      os_version = excluded.os_version, device = excluded.device, last_seen_at = excluded.last_seen_at,
      update_status = excluded.update_status, update_release_id = excluded.update_release_id,
      update_since = excluded.update_since, update_revision = excluded.update_revision
    returning i.id`;
}
