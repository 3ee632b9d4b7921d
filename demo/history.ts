import type { AppFacts } from "@/client/rollcall";
import type { Platform } from "@/prisma/generated/enums";
import { type Handled, type Interval, planActivity } from "./activity";
import type { Centre, Person } from "./centre";
import { type App, factsAt, userAgentOf } from "./fleet";
import { randomFrom } from "./random";
import { platformOf } from "./releases";
import { planShifts } from "./roster";
import { type Ending, planStays } from "./stays";

export type Times = Record<"ready" | "not_ready" | "busy" | "after_call_work" | "unknown", number>;

export type PastSession = {
  id: string;
  person: Person;
  app: App;
  platform: Platform;
  facts: AppFacts;
  userAgent: string;
  fromMs: number;
  /** Of one that is open: now. */
  toMs: number;
  /** Null while it is open. */
  ending: Ending | null;
  resumedFromId: string | null;
  intervals: Interval[];
  interactions: Handled[];
  times: Times;
};

export type Span = { nowMs: number; days: number };

/** The sessions of a person up to now, oldest first; the same for the same centre and span. */
export function planSessions(centre: Centre, person: Person, { nowMs, days }: Span): PastSession[] {
  if (!person.roles.includes("agent")) return [];
  const random = randomFrom(person.seed ^ 0x5eed);
  const { administrator } = centre.guides;
  const leader = centre.people.find((one) => one.supervises.includes(person.team) && one !== person);
  const hands = { supervisorId: (leader ?? administrator).id, administratorId: administrator.id, nowMs };
  const shifts = planShifts(person, { nowMs, days });
  const isGuide = person === centre.guides.agent;
  // The newcomer's own agent is signed in nowhere: the last shift is over.
  const worked = isGuide ? shifts.filter(({ toMs }) => toMs <= nowMs) : shifts;

  let lastId: string | null = null;
  return planStays(random, person, worked, hands).map((stay): PastSession => {
    const { app, fromMs, toMs, ending, resumes } = stay;
    const open = ending === null;
    const abrupt = open || ending.certainty === "last_seen";
    const activity = planActivity(random, { ...stay, team: person.team, abrupt, open });
    const facts = factsAt(app, fromMs, nowMs);
    const id = random.id(fromMs);
    const resumedFromId = resumes ? lastId : null;
    lastId = id;
    return {
      ...{ id, person, app, fromMs, toMs, ending, facts, resumedFromId },
      platform: platformOf(app.channel),
      userAgent: userAgentOf(facts),
      ...activity,
      times: timesOf(activity.intervals, toMs),
    };
  });
}

/** How long each state lasted; together, the session. */
export function timesOf(intervals: readonly Interval[], toMs: number): Times {
  const times: Times = { ready: 0, not_ready: 0, busy: 0, after_call_work: 0, unknown: 0 };
  for (const [index, { atMs, state }] of intervals.entries())
    times[state ?? "unknown"] += (intervals[index + 1]?.atMs ?? toMs) - atMs;
  return times;
}
