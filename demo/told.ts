import { bucketOf, seedOf } from "@/lib/releases/bucket";
import { versionKey } from "@/lib/versions/key";
import type { PastSession } from "./history";
import { type Random, randomFrom } from "./random";
import type { PlannedRelease } from "./release-rows";
import { graceMs } from "./releases";
import type { Row } from "./rows";

const secondMs = 1000;
const moment = (ms: number) => new Date(ms).toISOString();
const momentOrNull = (ms: number | null) => (ms === null ? null : moment(ms));

/**
 * What the sessions of one person, oldest first, were told of releases: once each app of a recommended one, and at its moment of
 * one that became mandatory. Of a session that goes on, the gateway sees to it.
 */
export function toldRows(sessions: readonly PastSession[], releases: readonly PlannedRelease[]): Row[] {
  const told = new Map<string, { release: PlannedRelease; row: Row }>();
  const rows: Row[] = [];
  for (const session of sessions) {
    const random = randomFrom(session.fromMs ^ session.person.seed);
    const key = versionKey(session.facts.version);
    if (key === null) continue;
    for (const { release, row } of told.values())
      if (release.channel === session.app.channel && release.key <= key)
        row.updated_at ??= moment(session.fromMs);
    const owed = session.ending && owedBy(session, key, releases);
    if (!owed) continue;
    const { release, mandatory } = owed;
    const name = `${session.app.installId} ${release.id}`;
    if (!mandatory && told.has(name)) continue;
    const row = toldRow(random, session, owed);
    told.set(name, { release, row });
    rows.push(row);
  }
  return rows;
}

type Owed = { release: PlannedRelease; mandatory: boolean };

function owedBy(session: PastSession, key: string, releases: readonly PlannedRelease[]): Owed | null {
  const { app, person, fromMs, toMs, facts } = session;
  if (person.team.packaged) return null;
  const osKey = versionKey(facts.os?.version ?? "") ?? "";
  const release = releases.findLast(
    ({ channel, key: newer, salt, publishedMs, withdrawnMs, stagePercent = 100, minimumOs }) =>
      channel === app.channel &&
      newer > key &&
      publishedMs < toMs - secondMs &&
      (withdrawnMs === null || withdrawnMs > Math.max(fromMs, publishedMs)) &&
      bucketOf(seedOf(person.id), salt) < stagePercent * 100 &&
      osKey >= (versionKey(minimumOs?.[channel] ?? "0") ?? ""),
  );
  if (!release) return null;
  const { mandatoryMs } = release;
  return { release, mandatory: mandatoryMs !== null && mandatoryMs < toMs };
}

function toldRow(random: Random, session: PastSession, { release, mandatory }: Owed): Row {
  const { id, person, fromMs, toMs, ending } = session;
  const saidAtMs = (mandatory ? release.mandatoryMs : null) ?? release.publishedMs;
  const madeMs = Math.max(fromMs, saidAtMs);
  const within = (ms: number) => (ms <= toMs ? ms : null);
  const deliveredMs = within(madeMs + random.between(80, 2500));
  const seenMs = deliveredMs && within(deliveredMs + random.between(3, 240) * secondMs);
  const draw = random.next();
  const updates = mandatory ? ending?.cause === "mandatory_update" && ending.byId !== null : draw < 0.35;
  const doneMs = seenMs && (mandatory ? toMs : within(seenMs + random.between(2, 20) * secondMs));
  const withdrawnMs = release.withdrawnMs !== null && release.withdrawnMs < toMs ? release.withdrawnMs : null;
  const signedOut = ending?.cause === "mandatory_update" ? "signed_out" : "session_ended";
  return {
    id: random.id(madeMs),
    release_id: release.id,
    install_release_id: release.id,
    session_id: id,
    user_id: person.id,
    kind: mandatory ? "mandatory" : "recommended",
    made_at: moment(madeMs),
    sign_out_at: mandatory ? moment(madeMs + graceMs) : null,
    delivered_at: momentOrNull(deliveredMs),
    seen_at: momentOrNull(seenMs),
    acknowledged_at: updates ? momentOrNull(doneMs) : null,
    store_opened_at: updates ? momentOrNull(doneMs) : null,
    later_at: !mandatory && !updates && draw < 0.8 ? momentOrNull(doneMs) : null,
    updated_at: null,
    closed_at: moment(withdrawnMs ?? toMs),
    closed_why: withdrawnMs === null ? signedOut : "withdrawn",
  };
}
