import { setImmediate as nextTurn } from "node:timers/promises";
import type { Client } from "pg";
import { newToken } from "@/lib/sessions/token";
import type { Centre, Person } from "./centre";
import { copyInto } from "./copy";
import { type PastSession, planSessions, type Span } from "./history";
import { writeLogs } from "./logs";
import { randomFrom } from "./random";
import { draftRow, type PlannedRelease, planReleases, releaseAudits, releaseRow } from "./release-rows";
import {
  auditRows,
  installationRow,
  interactionRows,
  intervalRows,
  lockRow,
  type Row,
  reasonRow,
  responsibleRow,
  seatRow,
  sessionRow,
  signOfLifeRow,
  statesRow,
  supervisorRows,
  teamRow,
  userRow,
} from "./rows";
import { toldRows } from "./told";

/** What the apps of those who are signed in would keep, by username. */
export type OpenSessions = Record<string, { token: string; installId: string }>;

const peopleAtOnce = 15;

/**
 * Writes a centre with its history into an empty database, in the transaction that the caller has begun, as the role that
 * runs. The database's own constraints hold the history to the ledger's rules.
 */
export async function writeCentre(
  client: Client,
  centre: Centre,
  span: Span & { passwordHash: string },
): Promise<OpenSessions> {
  const { teams, people } = centre;
  await copyInto(client, "team", teams.map(teamRow));
  await copyInto(client, "not_ready_reason", ["Coaching", "Paperwork"].map(reasonRow));
  await copyInto(
    client,
    "user_account",
    people.map((person) => userRow(person, span.passwordHash)),
  );
  await copyInto(client, "team_supervisor", people.flatMap(supervisorRows));
  const releases = await writeReleases(client, centre, span.nowMs);

  const kept: OpenSessions = {};
  let written = Promise.resolve();
  for (let at = 0; at < people.length; at += peopleAtOnce) {
    const planned = await planAll(centre, people.slice(at, at + peopleAtOnce), span);
    await written;
    written = writeSessions(client, planned, { kept, releases });
    // Awaited a batch later: one is planned while Postgres takes in the one before.
    written.catch(() => undefined);
  }
  await written;
  await writeLogs(client, centre, span);
  await copyInto(client, "failed_sign_in", locks(people, kept, span.nowMs));
  return kept;
}

/** What was published of the apps, by the administrator, who is also told of it for teams whose apps IT installs. */
async function writeReleases(client: Client, { teams, guides }: Centre, nowMs: number) {
  const random = randomFrom(guides.administrator.seed);
  const releases = planReleases(random, nowMs);
  const audits = releases.map((release) => releaseAudits(release, guides.administrator.id));
  await copyInto(client, "release", releases.map(releaseRow));
  await copyInto(client, "release", [draftRow(random, nowMs)]);
  await copyInto(
    client,
    "audit_entry",
    audits.flatMap(({ entries }) => entries),
  );
  await copyInto(
    client,
    "audit_detail",
    audits.flatMap(({ details }) => details),
  );
  const packaged = teams.filter((team) => team.packaged);
  await copyInto(
    client,
    "team_responsible",
    packaged.map((team) => responsibleRow(team, guides.administrator)),
  );
  return releases;
}

/** Two who are not at work: one tried at home, the other one's name is being guessed. */
function locks(people: readonly Person[], kept: OpenSessions, nowMs: number): Row[] {
  const away = people.filter(
    ({ roles, leftAtMs, username }) => roles[0] === "agent" && leftAtMs === null && !kept[username],
  );
  const [, guessed, forgetful] = away;
  return [
    ...(forgetful?.apps[0] ? [lockRow(forgetful, forgetful.apps[0].ip, nowMs)] : []),
    ...(guessed ? [lockRow(guessed, "", nowMs)] : []),
  ];
}

async function planAll(centre: Centre, people: readonly Person[], span: Span): Promise<PastSession[][]> {
  const planned: PastSession[][] = [];
  for (const person of people) {
    planned.push(planSessions(centre, person, span));
    await nextTurn();
  }
  return planned;
}

/** The sessions of some people, each oldest first. */
async function writeSessions(
  client: Client,
  planned: readonly PastSession[][],
  { kept, releases }: { kept: OpenSessions; releases: readonly PlannedRelease[] },
): Promise<void> {
  const all = planned.flat();
  const ended = all.filter(({ ending }) => ending !== null);
  const open = all.filter(({ ending }) => ending === null);
  const last = planned.flatMap((sessions) => sessions.slice(-1));
  const tokens = open.map((session) => ({ session, token: newToken().token }));
  for (const { session, token } of tokens)
    kept[session.person.username] = { token, installId: session.app.installId };

  await copyInto(client, "installation", planned.flatMap(installationRows));
  await copyInto(client, "session", [
    ...ended.map((session) => sessionRow(session, undefined)),
    ...tokens.map(({ session, token }) => sessionRow(session, token)),
  ]);
  await copyInto(client, "session_states", ended.map(statesRow));
  await copyInto(client, "state_interval", open.flatMap(intervalRows));
  await copyInto(client, "interaction", all.flatMap(interactionRows));
  await copyInto(client, "sign_of_life", last.map(signOfLifeRow));
  await copyInto(client, "audit_entry", all.flatMap(auditRows));
  await copyInto(
    client,
    "notice",
    planned.flatMap((sessions) => toldRows(sessions, releases)),
  );
  await takeSeats(client, last.map(seatRow));
}

function installationRows(sessions: readonly PastSession[]): Row[] {
  const last = new Map(sessions.map((session) => [session.app, session]));
  const first = new Map(sessions.toReversed().map((session) => [session.app, session]));
  return [...last].map(([app, session]) =>
    installationRow(session, first.get(app)?.fromMs ?? session.fromMs),
  );
}

/** A user is made with a seat. */
async function takeSeats(client: Client, seats: readonly Row[]): Promise<void> {
  const [first] = seats;
  if (!first) return;
  const columns = Object.keys(first);
  await client.query(
    `update seat set ${columns.map((column) => `${column} = told.${column}`).join(", ")}
     from json_populate_recordset(null::seat, $1::json) as told where seat.user_id = told.user_id`,
    [JSON.stringify(seats)],
  );
}
