import {
  type Clock,
  type Folded,
  foldEvent,
  type LockedSeat,
  type SeatEvent,
  unchanged,
} from "@/lib/seats/fold";
import { Frame } from "@/lib/seats/schema";

export const at = (seconds: number) => new Date(seconds * 1000);
export const clock = (seconds: number): Clock => ({
  now: at(seconds),
  resumedAt: at(-1e9),
  mobileSilenceSeconds: 1800,
});

/** A phone that signed in at 0 and was Ready at once. */
export const phone: LockedSeat = {
  userId: "u",
  sessionId: "s",
  loginAt: at(0),
  state: "ready",
  reason: null,
  stateSince: at(0),
  frameAt: at(0),
  forcedAt: null,
  forcedByKind: null,
  forcedById: null,
  unreachableSince: null,
  lastSeenAt: at(0),
  floorAt: at(0),
  leaseSeconds: null,
  interactionLeaseSeconds: null,
  streamId: null,
  frameIds: [],
  missedInARow: 0,
  openInteractions: 0,
  revision: 1,
  interactions: new Map(),
};

let ids = 0;
export const frame = (sent: object): SeatEvent => {
  const parsed = Frame.parse(sent);
  if (parsed.type === "alive") throw new Error("not folded");
  return {
    kind: "frame",
    frameId: `f${++ids}`,
    frame: parsed,
    agedMs: parsed.ageMs,
    late: parsed.ageMs >= 1000,
  };
};
export const state = (name: string, ageMs = 0) => frame({ type: "state", state: name, ageMs });
export const attach: SeatEvent = { kind: "attach", streamId: "stream" };

/** Folds events at these seconds, one after the other. */
export function foldAll(seat: LockedSeat, ...events: [number, SeatEvent][]): Folded {
  return events.reduce(
    (folded, [seconds, event]) => foldEvent(folded, event, clock(seconds)).next,
    unchanged(seat),
  );
}
export const told = ({ intervals }: Folded) =>
  intervals.map((one) => [one.startedAt.getTime() / 1000, one.state, one.late]);
