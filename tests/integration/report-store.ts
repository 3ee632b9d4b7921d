import { allAsOwner } from "./database";
import { type History, isOpen, leases } from "./report-histories";

type Place = { userIds: readonly string[]; teamIds: readonly string[] };
const iso = (at: number | null) => (at === null ? null : new Date(at).toISOString());

/** What apps call the devices that are shown by another name. */
export const codes: Readonly<Record<string, string>> = { "iPhone 8 Plus": "iPhone10,2" };

/** Puts histories in the place of whatever the ledger held. The team of a session is that of its user at the time. */
export async function store(histories: readonly History[], place: Place) {
  const [open, closed] = [histories.filter(isOpen), histories.filter((one) => !isOpen(one))];
  await allAsOwner([
    // A few rows are deleted in a fraction of the time that truncating tables takes.
    [
      `update seat set open = false, session_id = null, logout_at = null, unreachable_since = null where session_id is not null`,
    ],
    ...["state_interval", "session_states", "interaction", "sign_of_life", "session"].map(
      (table) => [`delete from ${table}`] as const,
    ),
    sessionsOf(histories, place),
    statesOf(closed, place),
    intervalsOf(open),
    signsOf(open, place),
    seatsOf(open, place),
    interactionsOf(histories, place),
  ]);
}

const insert = (into: string, columns: string, rows: readonly object[]) =>
  [`${into} from json_to_recordset($1) as r (${columns})`, [JSON.stringify(rows)]] as const;

const sessionsOf = (histories: readonly History[], { userIds, teamIds }: Place) =>
  insert(
    `insert into session (id, user_id, team_id, platform, version, build, os_name, os_version, device, browser_name, browser_version, ip,
       token_hash, login_at, logout_at, ended_at, cause, certainty, ended_by_kind, ended_by_id, last_seen_at, ready_ms, not_ready_ms,
       busy_ms, after_call_work_ms, unknown_ms, reported_late)
     select id, user_id, team_id, platform, version, build, split_part(os, ' ', 1), nullif(split_part(os, ' ', 2), ''), device,
       split_part(browser, ' ', 1), nullif(split_part(browser, ' ', 2), ''), ip, uuid_send(id), login_at, logout_at, ended_at, cause,
       certainty, ended_by_kind, ended_by_id, last_seen_at, ready, not_ready, busy, after_call_work, unknown, late`,
    `id uuid, user_id uuid, team_id uuid, platform platform, version text, build text, os text, device text, browser text, ip inet,
     login_at timestamptz, logout_at timestamptz, ended_at timestamptz, cause cause, certainty certainty, ended_by_kind actor_kind,
     ended_by_id uuid, last_seen_at timestamptz, ready bigint, not_ready bigint, busy bigint, after_call_work bigint, unknown bigint,
     late boolean`,
    histories.map((one) => ({
      ...{ id: one.id, platform: one.platform, version: one.version, build: one.build, os: one.os },
      ...{ browser: one.browser, ip: one.ip, cause: one.cause },
      device: one.device === null ? null : (codes[one.device] ?? one.device),
      user_id: userIds[one.user],
      team_id: teamIds[one.user],
      login_at: iso(one.login),
      logout_at: iso(one.logout),
      ended_at: iso(one.endedAt),
      certainty: one.logout === null ? null : one.endedAt === null ? "exact" : "last_seen",
      ended_by_kind: one.logout === null ? null : one.endedBy === null ? "rule" : "person",
      ended_by_id: one.endedBy === null ? null : userIds[one.endedBy],
      last_seen_at: iso(one.logout === null ? null : one.lastSeen),
      late: one.logout !== null && one.late,
      ...countersOf(one),
    })),
  );

const statesOf = (closed: readonly History[], { userIds }: Place) =>
  insert(
    "insert into session_states select session_id, user_id, started_at, state, reason, array_fill(false, array[cardinality(state)])",
    "session_id uuid, user_id uuid, started_at timestamptz[], state text[], reason text[]",
    closed.map((one) => ({
      session_id: one.id,
      user_id: userIds[one.user],
      started_at: one.states.map(({ since }) => iso(since)),
      state: one.states.map(({ state }) => state),
      reason: one.states.map(({ reason }) => reason),
    })),
  );

const intervalsOf = (open: readonly History[]) =>
  insert(
    `insert into state_interval (session_id, started_at, state, reason, late)
     select session_id, started_at, nullif(state, 'unknown')::agent_state, nullif(reason, ''), late`,
    "session_id uuid, started_at timestamptz, state text, reason text, late boolean",
    open.flatMap(({ id, states, late }) =>
      states.map(({ since, ...told }) => ({ session_id: id, started_at: iso(since), ...told, late })),
    ),
  );

const signsOf = (open: readonly History[], { userIds }: Place) =>
  insert(
    `insert into sign_of_life (user_id, session_id, last_seen_at, floor_at, lease_seconds, interaction_lease_seconds, heartbeat_seconds)
     select user_id, session_id, last_seen_at, last_seen_at, lease, interaction_lease, 15`,
    "user_id uuid, session_id uuid, last_seen_at timestamptz, lease int, interaction_lease int",
    open.map((one) => ({
      user_id: userIds[one.user],
      session_id: one.id,
      last_seen_at: iso(one.lastSeen),
      lease: one.platform === "mobile" ? null : leases.lease,
      interaction_lease: one.platform === "mobile" ? null : leases.onInteraction,
    })),
  );

const seatsOf = (open: readonly History[], { userIds }: Place) =>
  [
    `update seat s set open = true, session_id = r.session_id, platform = r.platform, version = '2.1', login_at = r.login_at,
       state = 'ready', state_since = r.login_at, logout_at = null, open_interactions = r.open_interactions
     from json_to_recordset($1) as r (user_id uuid, session_id uuid, platform platform, login_at timestamptz, open_interactions int)
     where s.user_id = r.user_id`,
    [
      JSON.stringify(
        open.map((one) => ({
          user_id: userIds[one.user],
          session_id: one.id,
          platform: one.platform,
          login_at: iso(one.login),
          open_interactions: one.onInteraction ? 1 : 0,
        })),
      ),
    ],
  ] as const;

const interactionsOf = (histories: readonly History[], { userIds }: Place) =>
  insert(
    `insert into interaction (session_id, external_id, user_id, channel, direction, started_at)
     select session_id, external_id, user_id, 'voice', direction, started_at`,
    "session_id uuid, external_id text, user_id uuid, direction direction, started_at timestamptz",
    histories.flatMap((one) =>
      one.calls.map(({ at, direction }, index) => ({
        session_id: one.id,
        external_id: String(index),
        user_id: userIds[one.user],
        direction,
        started_at: iso(at),
      })),
    ),
  );

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
