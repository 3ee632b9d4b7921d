import type { World } from "./world";

/** A session as the ledger has it, with its states. */
export type Entry = {
  id: string;
  username: string;
  platform: "mobile" | "desktop";
  loginAt: Date;
  logoutAt: Date | null;
  endedAt: Date | null;
  lastSeenAt: Date | null;
  cause: string | null;
  certainty: string | null;
  idempotencyKey: string | null;
  /** It holds its user's seat. */
  seated: boolean;
  /** In order of time, `unknown` among them. */
  states: string[];
  reasons: string[];
  startedAt: Date[];
  /** By state, in milliseconds. */
  parts: Record<string, number>;
};

/** The ledger by session. */
export async function readLedger({ query }: Pick<World, "query">): Promise<Map<string, Entry>> {
  const rows = await query<Entry>(`
    SELECT x.id, u.username, x.platform::text, x.login_at AS "loginAt", x.logout_at AS "logoutAt", x.ended_at AS "endedAt",
      x.last_seen_at AS "lastSeenAt", x.cause::text, x.certainty::text, x.idempotency_key AS "idempotencyKey",
      (s.open AND s.session_id = x.id) AS seated,
      coalesce(p.state, i.state, '{}') AS states, coalesce(p.reason, i.reason, '{}') AS reasons,
      coalesce(p.started_at, i.started_at, '{}') AS "startedAt",
      jsonb_build_object('ready', x.ready_ms, 'not_ready', x.not_ready_ms, 'busy', x.busy_ms,
        'after_call_work', x.after_call_work_ms, 'unknown', x.unknown_ms) AS parts
    FROM session x JOIN user_account u ON u.id = x.user_id JOIN seat s ON s.user_id = x.user_id
      LEFT JOIN session_states p ON p.session_id = x.id
      LEFT JOIN LATERAL (
        SELECT array_agg(coalesce(state::text, 'unknown') ORDER BY started_at) AS state,
          array_agg(coalesce(reason, '') ORDER BY started_at) AS reason, array_agg(started_at ORDER BY started_at) AS started_at
        FROM state_interval WHERE session_id = x.id) i ON true
    ORDER BY u.username, x.login_at, x.id`);
  return new Map(rows.map((row) => [row.id, row]));
}
