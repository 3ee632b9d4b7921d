import type { AgentState, Direction, InteractionChannel } from "@/prisma/generated/enums";
import type { Random } from "./random";
import type { Break } from "./roster";
import type { Trade, Work } from "./teams";

/** Begins a stretch of a session; a null state is unknown time. */
export type Interval = { atMs: number; state: AgentState | null; reason: string | null; late: boolean };

export type Handled = {
  externalId: string;
  channel: InteractionChannel;
  direction: Direction;
  service: string;
  offeredAtMs: number | null;
  startedAtMs: number | null;
  /** Null while it goes on. */
  endedAtMs: number | null;
  heldMs: number;
  missed: boolean;
};

type Activity = { intervals: Interval[]; interactions: Handled[] };

const secondMs = 1000;
const minuteMs = 60 * secondMs;

/** How long things take on average. */
export const lengths = {
  voice: { waitMs: 150 * secondMs, handleMs: 290 * secondMs, wrapUpMs: 45 * secondMs },
  chat: { waitMs: 120 * secondMs, handleMs: 480 * secondMs, wrapUpMs: 25 * secondMs },
  email: { waitMs: 60 * secondMs, handleMs: 520 * secondMs, wrapUpMs: 0 },
};

/** A piece of work of a team. */
export function drawWork(random: Random, team: Pick<Trade, "channels" | "outbound" | "services">): Work {
  const channel = random.weighted(team.channels);
  return {
    channel,
    direction: random.chance(team.outbound) ? "outbound" : "inbound",
    service: random.pick(team.services),
  };
}

type Stretch = {
  fromMs: number;
  toMs: number;
  breaks: readonly Break[];
  team: Trade;
  /** Whether the end comes in the middle of the work: a lost network, or the present moment. */
  abrupt: boolean;
  /** The moment is now: what goes on then goes on after it. */
  open: boolean;
  /** Phones only: a stretch of silence in somebody's pocket. */
  silence: Break | null;
};

/** What an agent did in one session: its states, without a gap, and its interactions. */
export function planActivity(random: Random, stretch: Stretch): Activity {
  const { fromMs, toMs, team, abrupt, open } = stretch;
  const intervals: Interval[] = [{ atMs: fromMs, state: "not_ready", reason: null, late: false }];
  const interactions: Handled[] = [];
  const pauses = [...stretch.breaks, ...(stretch.silence ? [stretch.silence] : [])]
    .filter((pause) => pause.fromMs > fromMs)
    .sort((a, b) => a.fromMs - b.fromMs);
  const late = random.chance(0.015) ? { fromMs: fromMs + (toMs - fromMs) / 2, forMs: 4 * minuteMs } : null;
  let at = fromMs + random.between(8, 100) * secondMs + random.between(0, 999);

  function enter(state: AgentState | null, reason: string | null = null) {
    const last = intervals.at(-1);
    if (at >= toMs || (last?.state === state && last.reason === reason)) return;
    const wasLate = late !== null && at >= late.fromMs && at < late.fromMs + late.forMs;
    intervals.push({ atMs: at, state, reason, late: wasLate });
  }

  while (at < toMs) {
    const pause = pauses[0];
    if (pause && pause.fromMs <= at) {
      pauses.shift();
      if (pause === stretch.silence) enter(null);
      else enter("not_ready", pause.reason);
      at += pause.toMs - pause.fromMs;
      continue;
    }
    enter("ready");
    const work = drawWork(random, team);
    const takes = lengths[work.channel];
    at += 2 * secondMs + random.around(takes.waitMs);
    const ringMs = work.direction === "inbound" ? random.between(1500, 9000) : 0;
    const handledMs = 20 * secondMs + random.around(takes.handleMs - 20 * secondMs);
    if (at + ringMs >= toMs || (!abrupt && at + ringMs + handledMs >= toMs)) break;

    const missed = ringMs > 0 && random.chance(0.03);
    const startedAtMs = at + ringMs;
    const endsAtMs = missed ? startedAtMs + 15 * secondMs : startedAtMs + handledMs;
    if (missed && endsAtMs >= toMs) break;
    interactions.push({
      externalId: `${work.channel}-${at.toString(36)}`,
      ...work,
      offeredAtMs: ringMs > 0 ? at : null,
      startedAtMs: missed ? null : startedAtMs,
      endedAtMs: endsAtMs < toMs ? endsAtMs : open ? null : toMs,
      heldMs: !missed && work.channel === "voice" && random.chance(0.14) ? Math.round(handledMs * 0.2) : 0,
      missed,
    });
    at = missed ? endsAtMs : startedAtMs;
    if (missed) continue;
    enter("busy");
    at = endsAtMs;
    if (takes.wrapUpMs === 0) continue;
    enter("after_call_work");
    at += 3 * secondMs + random.around(takes.wrapUpMs);
  }
  return { intervals, interactions };
}
