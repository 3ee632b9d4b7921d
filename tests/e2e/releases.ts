import { randomUUID } from "node:crypto";
import type { APIRequestContext } from "@playwright/test";
import { versionKey } from "@/lib/versions/key";
import { type Agent, password } from "./fixtures";
import { query } from "./ledger";

type Given = {
  kind: "recommended" | "mandatory";
  version?: string;
  graceMinutes?: number;
  /** How it is to be had, where not from a store. */
  reload?: true;
  artifacts?: readonly object[];
  minimumOs?: string;
};

/** Publishes a release for phones of one team alone: other journeys go on beside. Returns its id. */
export async function publish(agent: Agent, given: Given) {
  const { kind, version = "2.18.0", graceMinutes = 60, reload, artifacts, minimumOs = null } = given;
  const id = randomUUID();
  await query(
    `INSERT INTO release (id, channel, version, version_key, kind, status, notes, distribution, store_url, stage_percent,
       offers, salt, grace_minutes, sign_out_mode, wave_percent, wave_minutes, hard_limit_minutes, team_ids, user_ids,
       exclude_team_ids, exclude_user_ids, created_at, published_at, artifacts, minimum_os)
     SELECT $1, 'ios', $2, $3, $4::release_kind, 'published', '"Calls no longer drop."', 'store', $5, 0,
       jsonb_build_array(jsonb_build_object('at', to_char(ledger_now() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
         'percent', 0, 'teams', jsonb_build_array(id), 'kind', $4::text)),
       7, $6, 'at_once', 10, 10, 120, ARRAY[id], '{}', '{}', '{}', ledger_now(), ledger_now(), $8::jsonb, $9
     FROM team WHERE name = $7`,
    [
      id,
      version,
      versionKey(version),
      kind,
      reload || artifacts ? null : `${process.env.CONSOLE_URL}/agent/manifest.webmanifest`,
      graceMinutes,
      agent.team,
      JSON.stringify(artifacts ?? []),
      minimumOs,
    ],
  );
  return id;
}

export const withdraw = (id: string) =>
  query("UPDATE release SET status = 'withdrawn', withdrawn_at = ledger_now() WHERE id = $1", [id]);

/** The moment comes, without waiting for it. */
export const endGrace = (id: string) =>
  query("UPDATE notice SET sign_out_at = ledger_now() WHERE release_id = $1 AND closed_at IS NULL", [id]);

/** Longer than the least distance between two reminders, without waiting for it. */
export const fiveHoursPass = (id: string) =>
  query(
    `UPDATE notice SET made_at = made_at - interval '5 h', seen_at = seen_at - interval '5 h', later_at = later_at - interval '5 h'
     WHERE release_id = $1`,
    [id],
  );

/** What came of the release's notices, oldest first. */
export const noticesOf = (id: string) =>
  query(
    `SELECT delivered_at IS NOT NULL AS delivered, seen_at IS NOT NULL AS seen, store_opened_at IS NOT NULL AS opened,
       acknowledged_at IS NOT NULL AS acknowledged, later_at IS NOT NULL AS later, updated_at IS NOT NULL AS updated,
       closed_why AS why
     FROM notice WHERE release_id = $1 ORDER BY id`,
    [id],
  );

export const causesOf = async ({ username }: Agent) => {
  const rows = await query(
    `SELECT cause FROM session JOIN user_account u ON u.id = user_id WHERE u.username = $1 ORDER BY login_at`,
    [username],
  );
  return rows.map(({ cause }) => cause);
};

/** Signs in from the same phone each time, and says what came of it. */
export async function signInByPhone(request: APIRequestContext, username: string, installId: string) {
  const client = {
    app: "Mobile",
    version: "2.17.60",
    os: { name: "iOS", version: "17.2" },
    device: { model: "iPhone10,2" },
    installId,
  };
  const data = { username, password, client };
  return (await request.post(`${process.env.GATEWAY_URL}/v1/sessions`, { data })).status();
}
