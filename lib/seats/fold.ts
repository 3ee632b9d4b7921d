import { earlier, later } from "@/lib/clock";
import type { ActorKind, AgentState } from "@/prisma/generated/enums";
import { afterPhase, type Interaction, isGoing, phaseOf, type Told } from "./interactions";
import { type Listed, mostInteractions, type Phase, type State, type StoredFrame } from "./schema";
import { longSilent, type SignOfLife } from "./silence";

/** An open seat under its lock, with what its session has open. */
export type LockedSeat = SignOfLife & {
  userId: string;
  sessionId: string;
  loginAt: Date;
  state: AgentState;
  reason: string | null;
  stateSince: Date;
  /** When the last stored frame took effect. */
  frameAt: Date;
  /** A forced state that the app has not answered yet. */
  forcedAt: Date | null;
  forcedByKind: ActorKind | null;
  forcedById: string | null;
  floorAt: Date;
  unreachableSince: Date | null;
  streamId: string | null;
  frameIds: readonly string[];
  missedInARow: number;
  openInteractions: number;
  /** Of the row, before what is folded into it. */
  revision: number;
  /** By the app's own id: those open, and ended ones that an event names. */
  interactions: ReadonlyMap<string, Interaction>;
};

/** What happens to a seat in touch. `agedMs` is how long ago a frame's news is, `late` whether the app said so. */
export type SeatEvent =
  /** A socket takes the seat. */
  | { kind: "attach"; streamId: string }
  | { kind: "detach"; streamId: string }
  /** An app without a socket speaks. */
  | { kind: "contact" }
  | { kind: "frame"; frameId: string; frame: StoredFrame; agedMs: number; waitedMs?: number; late: boolean }
  | { kind: "force"; state: State; by: { kind: ActorKind; id: string | null } };

/** Begins a stretch of the session's time; a null state is unknown. */
export type Interval = { startedAt: Date; state: AgentState | null; reason: string | null; late: boolean };

export type Clock = { now: Date; resumedAt: Date; mobileSilenceSeconds: number };

export type Outcome = "stored" | "repeated" | "too-many-interactions";

/** A seat after some events, and what of it is to be written. */
export type Folded = {
  seat: LockedSeat;
  intervals: readonly Interval[];
  /** False where only a sign of life is to be written: that is no change of the seat. */
  stamped: boolean;
  /** Stored intervals that begin at this moment or later are replaced by `intervals`. */
  replacedFrom: Date | null;
  changed: ReadonlySet<string>;
};

const rememberedFrames = 32;

export const unchanged = (seat: LockedSeat): Folded => ({
  seat,
  stamped: false,
  intervals: [],
  replacedFrom: null,
  changed: new Set(),
});

/** Folds one event into a seat. */
export function foldEvent(was: Folded, event: SeatEvent, clock: Clock): { next: Folded; outcome: Outcome } {
  const { seat } = was;
  const stored = (next: Folded, stamped = true) => ({
    next: { ...next, stamped: was.stamped || stamped },
    outcome: "stored" as const,
  });
  switch (event.kind) {
    case "attach": {
      const inTouch = beginContact(was, clock);
      return stored({ ...inTouch, seat: { ...inTouch.seat, streamId: event.streamId } });
    }
    case "detach":
      if (seat.streamId !== event.streamId) return stored(was, false);
      return stored({ ...was, seat: { ...seat, streamId: null } });
    case "contact": {
      const next = beginContact(was, clock);
      const news = next.intervals.length > was.intervals.length || seat.unreachableSince !== null;
      return stored(next, news);
    }
    case "force":
      return stored(force(was, event, clock.now));
    case "frame": {
      if (seat.frameIds.includes(event.frameId)) return { next: was, outcome: "repeated" };
      const next = foldFrame(was, event, clock.now);
      if (next === "too-many-interactions") return { next: was, outcome: next };
      const frameIds = [...seat.frameIds, event.frameId].slice(-rememberedFrames);
      // Not before the state itself: what is acknowledged is never cut off.
      const receivedAt = new Date(clock.now.getTime() - (event.waitedMs ?? 0));
      const lastSeenAt = later(later(receivedAt, next.seat.lastSeenAt), next.seat.stateSince);
      return stored({ ...next, seat: { ...next.seat, frameIds, lastSeenAt, unreachableSince: null } });
    }
  }
}

/**
 * An app is back in touch. If it was silent for too long, that time is unknown, and its state goes on from now unless late
 * frames tell more. Being back moves no floor: what the app could not tell meanwhile follows.
 */
function beginContact(was: Folded, clock: Clock): Folded {
  const { seat } = was;
  const { now } = clock;
  const inTouch = { ...seat, lastSeenAt: later(now, seat.lastSeenAt), unreachableSince: null };
  if (!longSilent(seat, seat.openInteractions > 0, clock)) return { ...was, seat: inTouch };
  // A state that was told at the last sign of life itself keeps its millisecond.
  const lostAt = later(seat.lastSeenAt, nextMs(earlier(seat.stateSince, seat.lastSeenAt)));
  const unknown = { startedAt: lostAt, state: null, reason: null, late: false };
  const back = { startedAt: now, state: seat.state, reason: seat.reason, late: false };
  return {
    ...replaceFrom(was, lostAt, [unknown, back]),
    seat: { ...inTouch, floorAt: lostAt, stateSince: now },
  };
}

function foldFrame(
  was: Folded,
  { frame, agedMs, waitedMs = 0, late }: Extract<SeatEvent, { kind: "frame" }>,
  now: Date,
): Folded | "too-many-interactions" {
  const { seat } = was;
  const receivedAt = new Date(now.getTime() - waitedMs);
  const told = new Date(receivedAt.getTime() - agedMs);
  // Frames come in the order of what they tell, whatever ages they claim.
  const at = later(earlier(told, now), later(seat.frameAt, earlier(seat.floorAt, receivedAt)));
  switch (frame.type) {
    case "state": {
      // Chosen before the hand that came after it, or out of reach of it: that stands until it is answered in touch.
      if (seat.forcedAt && (told < seat.forcedAt || late)) return was;
      const next = changeState(was, frame, at, late);
      return { ...next, seat: { ...next.seat, forcedAt: null, forcedByKind: null, forcedById: null } };
    }
    case "interaction": {
      const { interactionId, phase, channel, direction } = frame;
      const about = { externalId: interactionId, channel, direction, service: frame.service ?? null };
      return changeInteraction(was, about, phase, at) ?? "too-many-interactions";
    }
    case "sync": {
      // What the app last said does not undo a hand that it may not know of.
      const news = frame.state && seat.forcedAt === null && !isSame(seat, frame.state) ? frame.state : null;
      // One that tells nothing new is no mark for what follows it: late frames do.
      const stated = news ? changeState(was, news, at, late) : was;
      return frame.interactions ? matchInteractions(stated, frame.interactions, at) : stated;
    }
  }
}

function force(was: Folded, { state, by }: Extract<SeatEvent, { kind: "force" }>, now: Date): Folded {
  const at = later(now, nextMs(later(was.seat.stateSince, was.seat.frameAt)));
  const next = { startedAt: at, ...state, late: false };
  return {
    ...was,
    intervals: [...was.intervals, next],
    seat: { ...was.seat, ...state, stateSince: at, forcedAt: at, forcedByKind: by.kind, forcedById: by.id },
  };
}

/** No two changes share a millisecond: each that is acknowledged is in the ledger. */
function changeState(was: Folded, { state, reason }: State, at: Date, late: boolean): Folded {
  const { seat } = was;
  // After a long silence the present state is only assumed from when the app came back.
  const assumed = seat.stateSince > later(seat.frameAt, seat.forcedAt) && at < seat.stateSince;
  if (assumed) {
    const next = { startedAt: at, state, reason, late };
    return { ...replaceFrom(was, at, [next]), seat: { ...seat, state, reason, stateSince: at, frameAt: at } };
  }
  if (isSame(seat, { state, reason })) return { ...was, seat: { ...seat, frameAt: at } };
  const startedAt = later(at, nextMs(seat.stateSince));
  return {
    ...was,
    intervals: [...was.intervals, { startedAt, state, reason, late }],
    seat: { ...seat, state, reason, stateSince: startedAt, frameAt: startedAt },
  };
}

function replaceFrom(was: Folded, from: Date, intervals: readonly Interval[]): Folded {
  const kept = was.intervals.filter((interval) => interval.startedAt < from);
  const replacedFrom = was.replacedFrom ? earlier(was.replacedFrom, from) : from;
  return { ...was, replacedFrom, intervals: [...kept, ...intervals] };
}

/** Undefined where one more would be too many. */
function changeInteraction(was: Folded, about: Told, phase: Phase, at: Date): Folded | undefined {
  const { seat } = was;
  const next = afterPhase(seat.interactions.get(about.externalId), about, phase, at);
  if (!next) return was;
  const interactions = new Map(seat.interactions).set(about.externalId, next);
  const open = [...interactions.values()].filter(({ endedAt }) => endedAt === null);
  if (open.length > mostInteractions) return undefined;
  const missedInARow = next.missed ? seat.missedInARow + 1 : next.startedAt ? 0 : seat.missedInARow;
  const changed = new Set(was.changed).add(about.externalId);
  const openNow = open.filter(isGoing).length;
  return {
    ...was,
    changed,
    seat: {
      ...seat,
      frameAt: later(at, seat.frameAt),
      interactions,
      missedInARow,
      openInteractions: openNow,
    },
  };
}

/** What the app no longer lists has ended; what it lists is open. */
function matchInteractions(was: Folded, listed: readonly Listed[], at: Date): Folded {
  const names = new Set(listed.map(({ interactionId }) => interactionId));
  const over = [...was.seat.interactions.values()].filter(
    ({ externalId, endedAt }) => endedAt === null && !names.has(externalId),
  );
  const closed = over.reduce((folded, one) => changeInteraction(folded, one, "ended", at) ?? folded, was);
  return listed.reduce((folded, { interactionId, channel, direction, ...one }) => {
    const about = { externalId: interactionId, channel, direction, service: one.service ?? null };
    const known = folded.seat.interactions.get(interactionId);
    const open = known?.endedAt === null ? phaseOf(known) : undefined;
    const phase = open === "held" && one.phase === "started" ? "resumed" : one.phase;
    const since = later(new Date(at.getTime() - one.ageMs), folded.seat.floorAt);
    return changeInteraction(folded, about, phase, open ? at : earlier(since, at)) ?? folded;
  }, closed);
}

const isSame = (seat: State, state: State) => seat.state === state.state && seat.reason === state.reason;

const nextMs = (date: Date) => new Date(date.getTime() + 1);
