import type { Cause, Certainty } from "@/prisma/generated/enums";
import type { Person } from "./centre";
import { type App, appAt } from "./fleet";
import type { Random } from "./random";
import { graceMs, type Mandate, mandatesOf, platformOf, versionAt } from "./releases";
import type { Break, Shift } from "./roster";
import type { Trade } from "./teams";

export type Ending = {
  cause: Cause;
  certainty: Certainty;
  /** When a rule, or whoever came next, acted after the last sign of life. */
  endedAtMs: number | null;
  /** Null for a rule. */
  byId: string | null;
  reason: string | null;
};

/** One session in outline. */
export type Stay = {
  app: App;
  fromMs: number;
  toMs: number;
  /** Null for the one that is open now. */
  ending: Ending | null;
  /** Goes on after the one before it, which was lost. */
  resumes: boolean;
  breaks: readonly Break[];
  silence: Break | null;
};

/** Those who end other people's sessions. */
type Hands = { supervisorId: string; administratorId: string; nowMs: number };

const minuteMs = 60_000;
const leaseMs = 60_000;
const inactivityMs = 12 * 60 * minuteMs;

/** The sessions of all shifts of a person, none of which overlaps the next. */
export function planStays(random: Random, person: Person, shifts: readonly Shift[], hands: Hands): Stay[] {
  const stays = shifts.flatMap((shift) => staysOfShift(random, person, shift, hands));
  return stays.map((stay, index) => givingWay(person, stay, stays[index + 1]));
}

/** What was to be found out later is found out by whoever signs in before that. */
function givingWay({ id }: Person, stay: Stay, next: Stay | undefined): Stay {
  const { ending } = stay;
  if (!next || !ending?.endedAtMs || ending.endedAtMs <= next.fromMs) return stay;
  const cause = next.app === stay.app ? "same_device" : "taken_over";
  return { ...stay, ending: { ...ending, cause, byId: id, endedAtMs: next.fromMs } };
}

type Cut = { atMs: number; how: "taken over" | "lost" | "updated"; gapMs: number; mandate?: Mandate };

function staysOfShift(random: Random, person: Person, shift: Shift, hands: Hands): Stay[] {
  const [usual, other] = person.apps.map((app) => appAt(app, shift.fromMs, hands.nowMs));
  if (!usual) return [];
  const toMs = Math.min(shift.toMs, hands.nowMs);
  let app = other && random.chance(0.25) ? other : usual;
  let fromMs = shift.fromMs;
  let resumes = false;
  const stays: Stay[] = [];
  const stay = (until: number, ending: Ending | null) => {
    const silence = app.channel === "desktop" || !ending ? null : pocket(random, fromMs, until);
    stays.push({ app, fromMs, toMs: until, ending, resumes, breaks: shift.breaks, silence });
  };
  const exact = { certainty: "exact", endedAtMs: null, reason: null } as const;

  for (const cut of planCuts(random, person, { fromMs, toMs, nowMs: hands.nowMs })) {
    if (cut.how === "taken over" && other) {
      stay(cut.atMs, { cause: "taken_over", ...exact, byId: person.id });
      app = app === usual ? other : usual;
      [fromMs, resumes] = [cut.atMs, false];
    } else if (cut.how === "lost" && app.channel === "desktop") {
      const endedAtMs = cut.atMs + leaseMs + random.between(50, 950);
      stay(cut.atMs, {
        cause: "connection_lost",
        certainty: "last_seen",
        endedAtMs,
        byId: null,
        reason: null,
      });
      [fromMs, resumes] = [endedAtMs + cut.gapMs, cut.gapMs < 15 * minuteMs];
    } else if (
      cut.mandate?.platform === platformOf(app.channel) &&
      isBelow(app, fromMs, cut.mandate, hands)
    ) {
      // Most say so themselves, the others are signed out at the end of their time.
      const byHand = random.chance(0.6);
      const atMs = byHand ? cut.atMs - random.between(1, 28) * minuteMs : cut.atMs;
      stay(atMs, { cause: "mandatory_update", ...exact, byId: byHand ? person.id : null });
      [fromMs, resumes] = [atMs + cut.gapMs, false];
    }
  }
  stay(toMs, shift.toMs > hands.nowMs ? null : lastEnding(random, person, app, { ...hands, toMs }));
  return stays;
}

/** True for an app that has not got by itself what was made mandatory during its session. */
function isBelow(app: App, fromMs: number, { version }: Mandate, { nowMs }: Hands) {
  return versionAt(app, fromMs, nowMs).version !== version;
}

type Length = { fromMs: number; toMs: number; nowMs: number };

/** Where a shift changes its app, loses its network or updates: far enough from each other and from its ends. */
function planCuts(random: Random, { apps, team }: Person, { fromMs, toMs, nowMs }: Length): Cut[] {
  const lengthMs = toMs - fromMs;
  const within = (least: number, most: number) =>
    fromMs + Math.round(lengthMs * (least + (most - least) * random.next()));
  const takesOver = apps.length > 1 && random.chance(0.45);
  const comesBack = takesOver && random.chance(0.5);
  const cuts: Cut[] = [
    ...(takesOver ? [{ atMs: within(0.2, 0.45), how: "taken over" as const, gapMs: 0 }] : []),
    ...(random.chance(0.05)
      ? [{ atMs: within(0.5, 0.6), how: "lost" as const, gapMs: random.around(4 * minuteMs) }]
      : []),
    ...(comesBack ? [{ atMs: within(0.75, 0.9), how: "taken over" as const, gapMs: 0 }] : []),
  ];
  const fitting = cuts.filter(({ atMs }) => lengthMs > 2 * 60 * minuteMs && atMs < toMs - 10 * minuteMs);
  const updates = mandatesWithin(team, { fromMs, toMs, nowMs }).map((mandate) => ({
    atMs: mandate.atMs + graceMs,
    how: "updated" as const,
    gapMs: random.between(2, 6) * minuteMs,
    mandate,
  }));
  const isApart = (cut: Cut) => updates.every(({ atMs }) => Math.abs(atMs - cut.atMs) > 45 * minuteMs);
  return [...fitting.filter(isApart), ...updates].sort((a, b) => a.atMs - b.atMs);
}

/** Where IT installs the apps, nobody is sent away for it. */
const mandatesWithin = ({ packaged }: Trade, { fromMs, toMs, nowMs }: Length) =>
  packaged
    ? []
    : (["mobile", "desktop"] as const)
        .flatMap((platform) => mandatesOf(platform, nowMs))
        .filter(({ atMs }) => fromMs < atMs && atMs + graceMs + 20 * minuteMs < toMs);

/** A phone that is silent for longer than its limit: nobody knows what its agent did. */
function pocket(random: Random, fromMs: number, toMs: number): Break | null {
  if (toMs - fromMs < 3 * 60 * minuteMs || !random.chance(0.12)) return null;
  const begin = fromMs + Math.round((toMs - fromMs) * (0.3 + 0.3 * random.next()));
  return { reason: "", fromMs: begin, toMs: begin + random.between(32, 70) * minuteMs };
}

type At = Hands & { toMs: number };

/** How the last session of a shift ended: mostly by signing out. */
function lastEnding(random: Random, { id, leftAtMs }: Person, { channel }: App, at: At): Ending {
  const { toMs, nowMs, supervisorId, administratorId } = at;
  const exact = { certainty: "exact", endedAtMs: null } as const;
  const draw = random.next();
  const desktop = channel === "desktop";
  const foundOutMs = toMs + (desktop ? leaseMs : inactivityMs) + random.between(50, 950);
  if (draw < 0.05 && foundOutMs < nowMs) {
    const cause = desktop ? "connection_lost" : "inactivity";
    return { cause, certainty: "last_seen", endedAtMs: foundOutMs, byId: null, reason: null };
  }
  if (leftAtMs === null && draw > 0.992)
    return {
      cause: "forced_by_supervisor",
      ...exact,
      byId: supervisorId,
      reason: random.pick(forcedBecause),
    };
  if (draw > 0.9905 && draw < 0.992)
    return {
      cause: "ended_by_administrator",
      ...exact,
      byId: administratorId,
      reason: random.pick(endedBecause),
    };
  return { cause: "signed_out", ...exact, byId: id, reason: null };
}

const forcedBecause = [
  "Your shift is over. Please sign out before you go.",
  "Fire drill: please leave the building now.",
  "Your headset is not working; sign in again with the spare one.",
];
const endedBecause = ["This laptop goes back to IT today.", "The phone was reported lost."];
