import { asOwner } from "./database";
import { type History, isOpen, leases } from "./report-histories";

type Place = { userIds: readonly string[]; teamIds: readonly string[] };
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** Puts histories in the place of whatever the ledger held. The team of a session is that of its user. */
export async function store(histories: readonly History[], { userIds, teamIds }: Place) {
  await asOwner(`update seat set open = false, session_id = null, logout_at = null, unreachable_since = null;
    truncate state_interval, session_states, interaction, sign_of_life; delete from session`);
  const userOf = ({ user }: History) => userIds[user];
  await insert(
    `insert into session (id, user_id, team_id, platform, version, os_name, os_version, ip, token_hash, login_at, logout_at, ended_at,
       cause, certainty, ended_by_kind, last_seen_at, ready_ms, not_ready_ms, busy_ms, after_call_work_ms, unknown_ms, reported_late)
     select id, user_id, team_id, platform, '2.1', split_part(os, ' ', 1), split_part(os, ' ', 2), ip, uuid_send(id), login_at, logout_at,
       ended_at, cause, certainty, ended_by_kind, last_seen_at, ready, not_ready, busy, after_call_work, unknown, late`,
    `id uuid, user_id uuid, team_id uuid, platform platform, os text, ip inet, login_at timestamptz, logout_at timestamptz,
     ended_at timestamptz, cause cause, certainty certainty, ended_by_kind actor_kind, last_seen_at timestamptz, ready bigint,
     not_ready bigint, busy bigint, after_call_work bigint, unknown bigint, late boolean`,
    histories.map((one) => ({
      id: one.id,
      user_id: userOf(one),
      team_id: teamIds[one.user],
      platform: one.platform,
      os: one.os,
      ip: one.ip,
      login_at: iso(one.login),
      logout_at: iso(one.logout),
      ended_at: iso(one.endedAt),
      cause: one.cause,
      certainty: one.logout === null ? null : one.endedAt === null ? "exact" : "last_seen",
      ended_by_kind: one.logout === null ? null : "rule",
      last_seen_at: iso(one.logout === null ? null : one.lastSeen),
      late: one.logout !== null && one.late,
      ...countersOf(one),
    })),
  );
  const [open, closed] = [histories.filter(isOpen), histories.filter((one) => !isOpen(one))];
  await insert(
    "insert into session_states select session_id, user_id, started_at, state, reason, array_fill(false, array[cardinality(state)])",
    "session_id uuid, user_id uuid, started_at timestamptz[], state text[], reason text[]",
    closed.map((one) => ({
      session_id: one.id,
      user_id: userOf(one),
      started_at: one.states.map(({ since }) => iso(since)),
      state: one.states.map(({ state }) => state),
      reason: one.states.map(({ reason }) => reason),
    })),
  );
  await insert(
    `insert into state_interval (session_id, started_at, state, reason, late)
     select session_id, started_at, nullif(state, 'unknown')::agent_state, nullif(reason, ''), late`,
    "session_id uuid, started_at timestamptz, state text, reason text, late boolean",
    open.flatMap(({ id, states, late }) =>
      states.map(({ since, ...told }) => ({ session_id: id, started_at: iso(since), ...told, late })),
    ),
  );
  await insert(
    `insert into sign_of_life (user_id, session_id, last_seen_at, floor_at, lease_seconds, interaction_lease_seconds, heartbeat_seconds)
     select user_id, session_id, last_seen_at, last_seen_at, lease, interaction_lease, 15`,
    "user_id uuid, session_id uuid, last_seen_at timestamptz, lease int, interaction_lease int",
    open.map((one) => ({
      user_id: userOf(one),
      session_id: one.id,
      last_seen_at: iso(one.lastSeen),
      lease: one.platform === "mobile" ? null : leases.lease,
      interaction_lease: one.platform === "mobile" ? null : leases.onInteraction,
    })),
  );
  await asOwner(
    `update seat s set open = true, session_id = r.session_id, platform = r.platform, version = '2.1', login_at = r.login_at,
       state = 'ready', state_since = r.login_at, logout_at = null, open_interactions = r.open_interactions
     from json_to_recordset($1) as r (user_id uuid, session_id uuid, platform platform, login_at timestamptz, open_interactions int)
     where s.user_id = r.user_id`,
    [
      JSON.stringify(
        open.map((one) => ({
          user_id: userOf(one),
          session_id: one.id,
          platform: one.platform,
          login_at: iso(one.login),
          open_interactions: one.onInteraction ? 1 : 0,
        })),
      ),
    ],
  );
  await insert(
    `insert into interaction (session_id, external_id, user_id, channel, direction, started_at)
     select session_id, external_id, user_id, 'voice', direction, started_at`,
    "session_id uuid, external_id text, user_id uuid, direction direction, started_at timestamptz",
    histories.flatMap((one) =>
      one.calls.map(({ at, direction }, index) => ({
        session_id: one.id,
        external_id: String(index),
        user_id: userOf(one),
        direction,
        started_at: iso(at),
      })),
    ),
  );
}

const insert = (into: string, columns: string, rows: readonly object[]) =>
  asOwner(`${into} from json_to_recordset($1) as r (${columns})`, [JSON.stringify(rows)]);

/** As the end of a session leaves them: an open one has none. */
function countersOf({ logout, states }: History) {
  const counters: Record<string, number> = {
    ready: 0,
    not_ready: 0,
    busy: 0,
    after_call_work: 0,
    unknown: 0,
  };
  if (logout === null) return counters;
  for (const [at, { since, state }] of states.entries())
    counters[state] = (counters[state] ?? 0) + (states[at + 1]?.since ?? logout) - since;
  return counters;
}
