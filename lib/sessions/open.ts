import { v7 as uuidv7 } from "uuid";
import type { Tx } from "@/lib/db";
import { type Judged, tellAtSignIn } from "@/lib/releases/sign-in";
import { storeNews } from "@/lib/seats/commit";
import { heartbeatSeconds, leasesOf } from "@/lib/seats/silence";
import { readSettings } from "@/lib/settings/queries";
import type { Claimant } from "./claimant";
import { keepInstallation } from "./installation";
import type { Client } from "./schema";
import { newToken } from "./token";

/** Where a sign-in came from, as its request told. */
export type Origin = { ip: string | null; userAgent: string | null };

export type Opening = {
  client: Client;
  origin: Origin;
  idempotencyKey: string | null;
  resumedFromId: string | null;
  judged: Judged;
};

/** Opens a session at a locked seat that is free: its installation, its ledger row, its first state, its lease, the seat itself. */
export async function openSession(
  tx: Tx,
  user: Claimant,
  loginAt: Date,
  { client, origin, idempotencyKey, resumedFromId, judged }: Opening,
) {
  const sessionId = uuidv7();
  const { token, hash } = newToken();
  const leases = leasesOf(client.platform, await readSettings(tx));
  const heartbeat = heartbeatSeconds(leases.leaseSeconds);
  await tx.$executeRaw`
    with kept as (${keepInstallation(user.id, client, judged, loginAt)}), facts as (
      select ${client.platform}::platform as platform, ${client.version} as version, ${client.build} as build,
        ${client.osName} as os_name, ${client.osVersion} as os_version, ${client.device} as device,
        ${client.browserName} as browser_name, ${client.browserVersion} as browser_version, ${origin.ip}::inet as ip, ${client.locale} as locale,
        ${loginAt}::timestamptz as login_at, ${sessionId}::uuid as session_id, ${user.id}::uuid as user_id
    ), ledger as (
      insert into session (id, user_id, team_id, installation_id, platform, version, build, os_name, os_version, device,
        browser_name, browser_version, ip, user_agent, locale, token_hash, login_at, idempotency_key, resumed_from_id)
      select session_id, user_id, ${user.teamId}::uuid, kept.id, platform, version, build, os_name,
        os_version, device, browser_name, browser_version, ip, ${origin.userAgent}, locale, ${hash}, login_at, ${idempotencyKey},
        ${resumedFromId}::uuid
      from facts, kept
    ), first_state as (
      insert into state_interval (session_id, started_at, state) select session_id, login_at, 'not_ready' from facts
    ), sign as (
      insert into sign_of_life (user_id, session_id, last_seen_at, floor_at, lease_seconds, interaction_lease_seconds,
        heartbeat_seconds)
      select user_id, session_id, login_at, login_at, ${leases.leaseSeconds}::int, ${leases.interactionLeaseSeconds}::int,
        ${heartbeat}::float8
      from facts
      on conflict (user_id) do update set session_id = excluded.session_id, last_seen_at = excluded.last_seen_at,
        floor_at = excluded.floor_at, lease_seconds = excluded.lease_seconds,
        interaction_lease_seconds = excluded.interaction_lease_seconds, heartbeat_seconds = excluded.heartbeat_seconds
    )
    update seat s set session_id = f.session_id, open = true, platform = f.platform, version = f.version, build = f.build,
      os_name = f.os_name, os_version = f.os_version, device = f.device, browser_name = f.browser_name,
      browser_version = f.browser_version, ip = f.ip, login_at = f.login_at, logout_at = null, state = 'not_ready',
      reason = null, state_since = f.login_at, frame_at = f.login_at, forced_at = null, forced_by_kind = null, forced_by_id = null,
      open_interactions = 0, missed_in_a_row = 0, stream_id = null, frame_ids = '{}', installation_id = kept.id
    from facts f, kept where s.user_id = f.user_id`;
  await tellAtSignIn(tx, { sessionId, userId: user.id }, judged, loginAt);
  return {
    sessionId,
    token,
    loginAt,
    state: "not_ready" as const,
    reason: null,
    leaseSeconds: leases.leaseSeconds,
    heartbeatSeconds: heartbeat,
  };
}

/** Gives an open session a fresh token, and its stream to nobody: the old token, and whoever holds it, is out. */
export async function renewToken(tx: Tx, user: Claimant, sessionId: string) {
  const { token, hash } = newToken();
  await tx.session.update({ where: { id: sessionId }, data: { tokenHash: hash } });
  return continueSession(tx, user, sessionId, token);
}

/** Goes on with an open session from a socket that is still to come. */
export async function continueSession(tx: Tx, user: Claimant, sessionId: string, token: string) {
  const { loginAt } = await tx.session.findUniqueOrThrow({
    where: { id: sessionId },
    select: { loginAt: true },
  });
  await storeNews(tx, [{ userId: user.id, sessionId, event: { kind: "attach", streamId: uuidv7() } }]);
  const seat = await tx.seat.findUniqueOrThrow({ where: { userId: user.id } });
  const sign = await tx.signOfLife.findUniqueOrThrow({ where: { userId: user.id } });
  return {
    sessionId,
    token,
    loginAt,
    state: seat.state ?? "not_ready",
    reason: seat.reason,
    leaseSeconds: sign.leaseSeconds,
    heartbeatSeconds: sign.heartbeatSeconds,
  };
}
