import type { Entry } from "./ledger";
import type { Stay } from "./stay";

// What the ledger has wrong, in words: each of these is empty where all is well.

type Ledger = ReadonlyMap<string, Entry>;

/** Every answered sign-in is there as it was answered, and no other answer gave the same session. */
export function signInFaults(ledger: Ledger, stays: readonly Stay[]) {
  const ids = new Set(stays.map(({ sessionId }) => sessionId));
  const faults = stays.length === ids.size ? [] : ["two sign-ins were given one session"];
  for (const { sessionId, username, app, loginAt, idempotencyKey } of stays) {
    const entry = ledger.get(sessionId);
    const expected = [username, app === "Mobile" ? "mobile" : "desktop", loginAt, idempotencyKey].join();
    const found =
      entry && [entry.username, entry.platform, entry.loginAt.toISOString(), entry.idempotencyKey].join();
    if (found !== expected) faults.push(`${sessionId}: ${expected} was answered, ${found} is stored`);
  }
  return faults;
}

/** One seat a user: no two sessions overlap, and the seat says which one is open. */
export function seatFaults(ledger: Ledger) {
  const last = new Map<string, Entry>();
  return [...ledger.values()].flatMap((entry) => {
    const before = last.get(entry.username);
    last.set(entry.username, entry);
    const faults: string[] = [];
    if (before && (!before.logoutAt || before.logoutAt > entry.loginAt))
      faults.push(`${entry.username}: ${before.id} overlaps ${entry.id}`);
    if (entry.seated === (entry.logoutAt !== null)) faults.push(`${entry.id}: seat and session disagree`);
    return faults;
  });
}

/** What was acknowledged is stored in its order, and what was told is stored once at most. */
export function stateFaults(ledger: Ledger, stays: readonly Stay[]) {
  return stays.flatMap(({ sessionId, told }) => {
    const stored = told.length > 0 ? storedStates(ledger.get(sessionId)) : [];
    let from = 0;
    const missing = told
      .filter(({ acknowledgedMs }) => acknowledgedMs !== null)
      .filter((one) => {
        const at = stored.indexOf(key(one.state, one.reason), from);
        if (at >= 0) from = at + 1;
        return at < 0;
      })
      .map(({ id }) => `${id} was acknowledged and is not stored`);
    const withReason = stored.filter((state) => !state.endsWith(" "));
    const twice = withReason.filter((state, index) => withReason.indexOf(state) < index);
    return [...missing, ...twice.map((state) => `${state} is stored twice`)];
  });
}

const key = (state: string, reason: string | null) => `${state} ${reason ?? ""}`;

/** An unknown time goes on with the state from before: that is no second one. */
function storedStates(entry: Entry | undefined) {
  if (!entry) return [];
  const states = entry.states.map((state, index) => key(state, entry.reasons[index] ?? ""));
  const known = states.filter((state) => state !== "unknown ");
  return known.filter((state, index) => state !== known[index - 1]);
}

/** A lost session ends at its last sign of life: not before what was answered, not after its app vanished. */
export function lostFaults(ledger: Ledger, stays: readonly Stay[], { lagMs }: { lagMs: number }) {
  const lost = [...ledger.values()].filter(({ cause }) => cause === "connection_lost");
  const stayOf = new Map(stays.map((stay) => [stay.sessionId, stay]));
  return lost.flatMap((entry) => {
    const { id, certainty, logoutAt, lastSeenAt, endedAt, platform } = entry;
    const faults: string[] = [];
    if (platform !== "desktop" || certainty !== "last_seen") faults.push(`${id}: ${platform}, ${certainty}`);
    if (!logoutAt || !endedAt || logoutAt.getTime() !== lastSeenAt?.getTime() || endedAt < logoutAt)
      faults.push(`${id}: out at ${iso(logoutAt)}, seen at ${iso(lastSeenAt)}, found out at ${iso(endedAt)}`);
    const stay = stayOf.get(id);
    const outMs = logoutAt?.getTime() ?? 0;
    // Two clocks' readings, each cut to a millisecond.
    if (stay && outMs < stay.inTouchMs - 2) faults.push(`${id}: out ${stay.inTouchMs - outMs} ms too early`);
    if (stay?.goneMs && outMs > stay.goneMs + lagMs)
      faults.push(`${id}: out ${outMs - stay.goneMs} ms too late`);
    return faults;
  });
}

const iso = (date: Date | null) => date?.toISOString() ?? "never";

/** The parts of an ended session are its packed states, and make its length. */
export function partFaults(ledger: Ledger) {
  return [...ledger.values()].flatMap(({ id, logoutAt, loginAt, states, startedAt, parts }) => {
    if (!logoutAt) return [];
    const sums: Record<string, number> = { ready: 0, not_ready: 0, busy: 0, after_call_work: 0, unknown: 0 };
    for (const [index, state] of states.entries()) {
      const until = startedAt[index + 1] ?? logoutAt;
      sums[state] = (sums[state] ?? 0) + until.getTime() - (startedAt[index]?.getTime() ?? 0);
    }
    const length = Object.values(parts).reduce((sum, ms) => sum + ms, 0);
    const whole = length === logoutAt.getTime() - loginAt.getTime();
    const same = Object.entries(sums).every(([state, ms]) => parts[state] === ms);
    return whole && same ? [] : [`${id}: ${JSON.stringify(parts)} is not ${JSON.stringify(sums)}`];
  });
}
