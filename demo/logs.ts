import { createHash } from "node:crypto";
import type { Client } from "pg";
import { v7 as uuidv7 } from "uuid";
import { keepLines } from "@/lib/logs/piece";
import type { Centre, Person } from "./centre";
import { copyInto } from "./copy";
import { type PastSession, planSessions, type Span } from "./history";
import { logLines } from "./log-lines";
import { type Random, randomFrom } from "./random";
import { bytea, type Row } from "./rows";

const minuteMs = 60_000;
const linesAtOnce = 400;

/** What somebody complained of, and how far the request for that phone's log came. */
const complaints = [
  { reason: "Calls break up in the afternoon", ticket: "INC-20417", minutes: 45, status: "complete" },
  {
    reason: "Signed out in the middle of a chat, says it happens every week",
    ticket: null,
    minutes: 20,
    status: "partial",
  },
  { reason: "No ringing while the screen is locked", ticket: "INC-20398", minutes: 0, status: "declined" },
] as const;
type Complaint = (typeof complaints)[number];

/** Logs of phones, asked for by the administrator in the last days. */
export async function writeLogs(client: Client, centre: Centre, span: Span): Promise<void> {
  const { administrator, agent } = centre.guides;
  const random = randomFrom(administrator.seed ^ 0x106);
  const others = centre.people.filter((person) => person !== agent && person.leftAtMs === null);
  const planned: ReturnType<typeof planRequest>[] = [];
  // Until there are enough: what a person did is planned anew for it.
  for (const person of [agent, ...others]) {
    const complaint = complaints[planned.length];
    if (!complaint) break;
    const session = lastOnPhone(centre, person, span);
    if (session) planned.push(planRequest(random, session, complaint, administrator));
  }
  const pieces = await Promise.all(planned.map(({ request, lines }) => piecesOf(request, lines)));
  await copyInto(
    client,
    "log_request",
    planned.map(({ request }, at) => ({ ...request, ...countsOf(pieces[at] ?? []) })),
  );
  await copyInto(client, "log_piece", pieces.flat());
  await copyInto(
    client,
    "audit_entry",
    planned.map(({ audit }) => audit),
  );
}

/** The last ended session on a phone that was long enough, of the last days: a log is kept no longer. */
function lastOnPhone(centre: Centre, person: Person, span: Span): PastSession | undefined {
  const sinceMs = span.nowMs - 6 * 1440 * minuteMs;
  return planSessions(centre, person, span).findLast(
    ({ platform, fromMs, toMs, ending }) =>
      platform === "mobile" && ending !== null && fromMs > sinceMs && toMs - fromMs > 90 * minuteMs,
  );
}

function planRequest(random: Random, session: PastSession, complaint: Complaint, by: Person) {
  const { person, toMs } = session;
  const { reason, ticket, minutes, status } = complaint;
  const id = random.id(toMs - 60 * minuteMs);
  const requestedMs = toMs - 60 * minuteMs;
  const acceptedMs = requestedMs + random.between(9, 40) * 1000;
  const declined = status === "declined";
  const endedMs = declined ? acceptedMs : acceptedMs + minutes * minuteMs;
  const moment = (ms: number) => new Date(ms).toISOString();
  const lines = declined ? [] : logLines(random, session, { fromMs: acceptedMs, toMs: endedMs });
  const request = {
    id,
    user_id: person.id,
    session_id: session.id,
    level: "debug",
    consent: "ask",
    reason,
    ticket,
    until: moment(acceptedMs + 60 * minuteMs),
    max_bytes: 10 * 2 ** 20,
    asked_by_kind: "person",
    asked_by_id: by.id,
    status,
    requested_at: moment(requestedMs),
    delivered_at: moment(requestedMs + 300),
    accepted_at: declined ? null : moment(acceptedMs),
    collecting_at: declined ? null : moment(acceptedMs + 100),
    uploading_at: declined ? null : moment(acceptedMs + 5_000),
    ended_at: moment(endedMs),
  };
  const audit = {
    id: uuidv7({ msecs: requestedMs }),
    at: moment(requestedMs),
    actor_kind: "person",
    actor_id: by.id,
    verb: "log-request.create",
    subject: id,
  };
  return { request, audit, lines };
}
type Request = ReturnType<typeof planRequest>["request"];

/** As they would have arrived, packed and cleaned by the same rules. */
async function piecesOf(request: Request, lines: readonly string[]) {
  const pieces = [];
  for (let at = 0; at < lines.length; at += linesAtOnce) {
    const text = lines.slice(at, at + linesAtOnce).join("\n");
    const kept = await keepLines(text, []);
    if (!kept.ok) throw new Error(`a line of the demo cannot be kept: ${kept.code}`);
    const { content, lines: count, firstAt, lastAt } = kept.value;
    pieces.push({
      request_id: request.id,
      number: at / linesAtOnce,
      session_id: request.session_id,
      content: bytea(content),
      digest: bytea(createHash("sha256").update(text).digest()),
      bytes: Buffer.byteLength(text),
      lines: count,
      first_at: firstAt?.toISOString() ?? null,
      last_at: lastAt?.toISOString() ?? null,
      received_at: lastAt?.toISOString() ?? request.ended_at,
    } satisfies Row);
  }
  return pieces;
}

function countsOf(pieces: readonly { bytes: number; lines: number }[]) {
  const sum = (of: "bytes" | "lines") => pieces.reduce((all, piece) => all + piece[of], 0);
  return { pieces: pieces.length, told_pieces: pieces.length, bytes: sum("bytes"), lines: sum("lines") };
}
