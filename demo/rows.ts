import { randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import { hashName } from "@/lib/auth/throttle";
import { heartbeatSeconds, leasesOf } from "@/lib/seats/silence";
import { hashToken } from "@/lib/sessions/token";
import { defaults } from "@/lib/settings/schema";
import type { Limits } from "@/lib/teams/limits";
import { buildKey, versionKey } from "@/lib/versions/key";
import { lengths } from "./activity";
import type { Person, Team } from "./centre";
import type { PastSession } from "./history";
import { berlin, type Trade } from "./teams";

/** What the plan looks like in the tables: rows by column. */
export type Row = Record<string, string | number | boolean | null | readonly unknown[]>;

const moment = (ms: number) => new Date(ms).toISOString();
const momentOrNull = (ms: number | null) => (ms === null ? null : moment(ms));
export const bytea = (bytes: Uint8Array) => `\\x${Buffer.from(bytes).toString("hex")}`;

export const teamRow = ({ id, name, createdAtMs, ...trade }: Team): Row => ({
  id,
  name,
  allowed_apps: trade.mobile === 0 ? ["desktop"] : ["desktop", "mobile"],
  limits: JSON.stringify(limitsOf(trade)),
  package_deployment: trade.packaged ?? false,
  created_at: moment(createdAtMs),
});

/** How long the people of a team should stay where they are, in minutes. */
function limitsOf({ zone, channels }: Pick<Trade, "zone" | "channels">): Limits {
  const writes = channels.some(([channel]) => channel === "chat");
  const wrapsUp = channels.some(([channel]) => lengths[channel].wrapUpMs > 0);
  return [
    { state: "not_ready", reason: "Break", minutes: 15 },
    { state: "not_ready", reason: "Lunch", minutes: zone === berlin ? 45 : 30 },
    ...(wrapsUp ? [{ state: "after_call_work" as const, reason: null, minutes: writes ? 2 : 3 }] : []),
  ];
}

/** What the agents give as reasons beyond those that every centre starts with. */
export const reasonRow = (name: string, index: number): Row => ({
  id: uuidv7(),
  name,
  kind: "working",
  position: 5 + index,
  every_team: true,
});

export const userRow = (person: Person, passwordHash: string): Row => ({
  id: person.id,
  username: person.username,
  name: person.name,
  personnel_number: person.personnelNumber,
  email: person.email,
  password_hash: passwordHash,
  team_id: person.team.id,
  roles: person.roles,
  disabled_at: momentOrNull(person.leftAtMs),
  created_at: moment(person.createdAtMs),
});

export const supervisorRows = ({ id, supervises }: Person): Row[] =>
  supervises.map((team) => ({ team_id: team.id, user_id: id }));

/** Who is told of releases in place of the people of a team. */
export const responsibleRow = (team: Team, { id }: Person): Row => ({ team_id: team.id, user_id: id });

/** An installation as its last session found it. */
export const installationRow = ({ app, person, facts, toMs }: PastSession, firstSeenAtMs: number): Row => ({
  id: app.installId,
  user_id: person.id,
  install_id: app.installId,
  channel: app.channel,
  version: facts.version,
  build: facts.build ?? null,
  version_key: versionKey(facts.version),
  build_key: buildKey(facts.build ?? null),
  os_name: facts.os?.name ?? null,
  os_version: facts.os?.version ?? null,
  device: facts.device?.model ?? facts.browser?.name ?? null,
  first_seen_at: moment(firstSeenAtMs),
  last_seen_at: moment(toMs),
});

const appColumns = ({ platform, facts, app }: PastSession): Row => ({
  platform,
  version: facts.version,
  build: facts.build ?? null,
  os_name: facts.os?.name ?? null,
  os_version: facts.os?.version ?? null,
  device: facts.device?.model ?? null,
  browser_name: facts.browser?.name ?? null,
  browser_version: facts.browser?.version ?? null,
  ip: app.ip,
});

/** `token` of an open session; that of an ended one opens nothing and is forgotten. */
export function sessionRow(session: PastSession, token: string | undefined): Row {
  const { id, person, app, userAgent, ending, times, fromMs, toMs, resumedFromId } = session;
  const closed = ending !== null;
  return {
    ...appColumns(session),
    id,
    user_id: person.id,
    team_id: person.team.id,
    installation_id: app.installId,
    user_agent: userAgent,
    token_hash: bytea(token === undefined ? randomBytes(32) : hashToken(token)),
    login_at: moment(fromMs),
    logout_at: closed ? moment(toMs) : null,
    ended_at: momentOrNull(ending?.endedAtMs ?? null),
    cause: ending?.cause ?? null,
    certainty: ending?.certainty ?? null,
    ended_by_kind: closed ? (ending.byId === null ? "rule" : "person") : null,
    ended_by_id: ending?.byId ?? null,
    end_reason: ending?.reason ?? null,
    last_seen_at: closed ? moment(toMs) : null,
    ready_ms: closed ? times.ready : 0,
    not_ready_ms: closed ? times.not_ready : 0,
    busy_ms: closed ? times.busy : 0,
    after_call_work_ms: closed ? times.after_call_work : 0,
    unknown_ms: closed ? times.unknown : 0,
    reported_late: closed && session.intervals.some(({ late }) => late),
    resumed_from_id: resumedFromId,
  };
}

/** The states of an ended session, packed. */
export const statesRow = ({ id, person, intervals }: PastSession): Row => ({
  session_id: id,
  user_id: person.id,
  started_at: intervals.map(({ atMs }) => moment(atMs)),
  state: intervals.map(({ state }) => state ?? "unknown"),
  reason: intervals.map(({ reason }) => reason ?? ""),
  late: intervals.map(({ late }) => late),
});

/** The states of an open one. */
export const intervalRows = ({ id, intervals }: PastSession): Row[] =>
  intervals.map(({ atMs, state, reason, late }) => ({
    session_id: id,
    started_at: moment(atMs),
    state,
    reason,
    late,
  }));

export const interactionRows = ({ id, person, interactions }: PastSession): Row[] =>
  interactions.map((one) => ({
    session_id: id,
    external_id: one.externalId,
    user_id: person.id,
    channel: one.channel,
    direction: one.direction,
    service: one.service,
    offered_at: momentOrNull(one.offeredAtMs),
    started_at: momentOrNull(one.startedAtMs),
    ended_at: momentOrNull(one.endedAtMs),
    held_ms: one.heldMs,
    missed: one.missed,
  }));

/** A seat with its last session. */
export function seatRow(session: PastSession): Row {
  const { id, person, app, ending, fromMs, toMs, intervals, interactions } = session;
  const last = intervals.at(-1);
  const since = moment(last?.atMs ?? fromMs);
  return {
    ...appColumns(session),
    user_id: person.id,
    session_id: id,
    installation_id: app.installId,
    open: ending === null,
    login_at: moment(fromMs),
    logout_at: ending ? moment(toMs) : null,
    state: last?.state ?? "not_ready",
    reason: last?.reason ?? null,
    state_since: since,
    frame_at: since,
    open_interactions: interactions.filter(({ endedAtMs }) => endedAtMs === null).length,
  };
}

export function signOfLifeRow({ id, person, platform, toMs }: PastSession): Row {
  const { leaseSeconds, interactionLeaseSeconds } = leasesOf(platform, defaults);
  return {
    user_id: person.id,
    session_id: id,
    last_seen_at: moment(toMs),
    floor_at: moment(toMs),
    lease_seconds: leaseSeconds,
    interaction_lease_seconds: interactionLeaseSeconds,
    heartbeat_seconds: heartbeatSeconds(leaseSeconds),
  };
}

/** Whoever guessed at a name too often, a moment ago: its owner has to wait, at one address or at all. */
export const lockRow = ({ username }: Person, address: string, nowMs: number): Row => ({
  name_hash: bytea(hashName(username)),
  address,
  since: moment(nowMs - 60_000),
  count: address === "" ? defaults.failuresPerName : defaults.failuresPerNameAndAddress,
});

/** Who made others sign out is in the audit log. */
export function auditRows({ id, ending, toMs }: PastSession): Row[] {
  if (ending?.cause !== "forced_by_supervisor" && ending?.cause !== "ended_by_administrator") return [];
  const verb = ending.cause === "forced_by_supervisor" ? "agent.force-logout" : "session.end";
  const entryId = uuidv7({ msecs: toMs });
  return [{ id: entryId, at: moment(toMs), actor_kind: "person", actor_id: ending.byId, verb, subject: id }];
}
