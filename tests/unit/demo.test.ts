import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { dayMs, planCentre } from "@/demo/centre";
import { factsAt } from "@/demo/fleet";
import { planSessions } from "@/demo/history";
import { randomFrom } from "@/demo/random";
import { planReleases } from "@/demo/release-rows";
import { planShifts } from "@/demo/roster";
import { trades } from "@/demo/teams";
import { toldRows } from "@/demo/told";
import { Username } from "@/lib/users/schema";
import { versionKey } from "@/lib/versions/key";

const days = 8;
const monday = Date.UTC(2026, 10, 23);

/** A small centre at some moment of a year. */
const given = fc.record({
  seed: fc.integer({ min: 0, max: 2 ** 31 - 2 }),
  agents: fc.integer({ min: 12, max: 24 }),
  nowMs: fc.integer({ min: monday, max: monday + 365 * dayMs }),
});
type Given = { seed: number; agents: number; nowMs: number };

function plan(input: Given) {
  const centre = planCentre({ ...input, administrator: "admin" });
  const sessions = centre.people.map((person) => planSessions(centre, person, { nowMs: input.nowMs, days }));
  return { centre, sessions, all: sessions.flat() };
}

const holds = (what: (planned: ReturnType<typeof plan>, given: Given) => void) =>
  fc.assert(
    fc.property(given, (input) => what(plan(input), input)),
    { numRuns: 6 },
  );

const isInOrder = (moments: readonly number[]) =>
  moments.every((moment, index) => index === 0 || moment >= (moments[index - 1] ?? moment));

describe("the plan of the demo", () => {
  test("is the same for the same seed, and another for another", () => {
    holds((planned, input) => {
      const facts = ({ all }: typeof planned) =>
        all.map(({ id, toMs, times, facts }) => ({ id, toMs, times, facts }));
      expect(JSON.stringify(facts(plan(input)))).toBe(JSON.stringify(facts(planned)));
      const other = planCentre({ ...input, seed: input.seed + 1, administrator: "admin" });
      expect(other.people.map(({ name }) => name)).not.toEqual(planned.centre.people.map(({ name }) => name));
    });
  });

  test("has people whose names may be given, each once", () => {
    holds(({ centre: { people, teams } }, { agents }) => {
      const usernames = people.map(({ username }) => Username.parse(username));
      expect(new Set(usernames).size).toBe(people.length);
      expect(new Set(people.map(({ personnelNumber }) => personnelNumber)).size).toBe(people.length);
      const staff = people.filter(({ roles, leftAtMs }) => roles[0] === "agent" && leftAtMs === null);
      expect(staff).toHaveLength(agents);
      expect(teams).toHaveLength(12);
    });
  });

  test("never has anybody in two sessions at once", () => {
    holds(({ sessions }) => {
      const edges = sessions.map((own) =>
        own.flatMap(({ fromMs, toMs, ending }) => [fromMs, toMs, ending?.endedAtMs ?? toMs]),
      );
      expect(edges.filter((moments) => !isInOrder(moments))).toEqual([]);
      const openEarly = sessions.flatMap((own) => own.slice(0, -1)).filter(({ ending }) => ending === null);
      expect(openEarly).toEqual([]);
    });
  });

  test("has states that make each session, to the millisecond", () => {
    holds(({ all }) => {
      const wrong = all.filter(({ times, intervals, fromMs, toMs }) => {
        const sum = Object.values(times).reduce((a, b) => a + b, 0);
        const moments = intervals.map(({ atMs }) => atMs);
        return sum !== toMs - fromMs || moments[0] !== fromMs || !isInOrder([...moments, toMs]);
      });
      expect(wrong).toEqual([]);
    });
  });

  test("has interactions within their sessions, open only where the session is", () => {
    holds(({ all }) => {
      const wrong = all.flatMap(({ fromMs, toMs, ending, interactions }) =>
        interactions.filter(({ offeredAtMs, startedAtMs, endedAtMs }) => {
          const moments = [fromMs, offeredAtMs, startedAtMs, endedAtMs, toMs];
          const isOpen = endedAtMs === null;
          return !isInOrder(moments.filter((moment) => moment !== null)) || (isOpen && ending !== null);
        }),
      );
      expect(wrong).toEqual([]);
    });
  });

  test("knows nothing after now, and leaves open what goes on", () => {
    holds(({ all, centre }, { nowMs }) => {
      expect(all.filter(({ toMs, ending }) => Math.max(toMs, ending?.endedAtMs ?? 0) > nowMs)).toEqual([]);
      const open = all.filter(({ ending }) => ending === null);
      expect(open.filter(({ toMs }) => toMs !== nowMs)).toEqual([]);
      expect(open.some(({ person }) => person === centre.guides.agent || person.leftAtMs !== null)).toBe(
        false,
      );
    });
  });
});

describe("the releases of the demo", () => {
  const nowMs = monday + 10 * 3_600_000;
  const centre = planCentre({ seed: 1, agents: 200, nowMs, administrator: "admin" });
  const releases = planReleases(randomFrom(1), nowMs);
  const sessions = centre.people.map((person) => planSessions(centre, person, { nowMs, days: 30 }));

  test("let nobody sign in below what is mandatory, and sign out whoever was", () => {
    const below = sessions.flat().filter(({ app, facts, fromMs, toMs, person }) =>
      releases.some(({ channel, key, mandatoryMs }) => {
        const had = versionKey(facts.version);
        if (mandatoryMs === null || channel !== app.channel || had === null || had >= key) return false;
        return fromMs >= mandatoryMs || (!person.team.packaged && toMs > mandatoryMs + 60 * 60_000);
      }),
    );
    expect(below).toEqual([]);
    const updated = sessions.flat().filter(({ ending }) => ending?.cause === "mandatory_update");
    expect(updated.some(({ ending }) => ending?.byId === null)).toBe(true);
    expect(updated.some(({ ending, person }) => ending?.byId === person.id)).toBe(true);
  });

  test("are told within the sessions, one step after the other", () => {
    const told = sessions.flatMap((own) => toldRows(own, releases).map((row) => ({ row, own })));
    expect(told.length).toBeGreaterThan(50);
    for (const { row, own } of told) {
      const session = own.find(({ id }) => id === row.session_id);
      const steps = [row.made_at, row.delivered_at, row.seen_at, row.acknowledged_at, row.closed_at];
      const moments = steps.flatMap((step) => (typeof step === "string" ? [Date.parse(step)] : []));
      expect(isInOrder([session?.fromMs ?? Infinity, ...moments, session?.toMs ?? 0])).toBe(true);
    }
    expect(told.some(({ row }) => row.updated_at !== null)).toBe(true);
  });
});

describe("the centre of the demo", () => {
  const centre = planCentre({ seed: 1, agents: 200, nowMs: monday, administrator: "admin" });
  const agents = centre.people.filter(({ roles }) => roles.includes("agent"));

  test("has two hundred agents in twelve teams", () => {
    expect(trades).toHaveLength(12);
    expect(trades.reduce((sum, { size }) => sum + size, 0)).toBe(200);
  });

  test.each([0, 5, 9, 14, 22, 24 * 5 + 3, 24 * 6 + 20])(
    "has most at work, %i hours into the week",
    (hours) => {
      const nowMs = monday + hours * 3_600_000;
      const present = agents.filter((person) =>
        planShifts(person, { nowMs, days: 2 }).some(({ fromMs, toMs }) => fromMs < nowMs && toMs > nowMs),
      );
      expect(present.length).toBeGreaterThan(150);
    },
  );

  test("has what a real one has: no e-mail here, a new phone there, leavers, a team without phones", () => {
    const share = (some: readonly unknown[]) => some.length / agents.length;
    expect(share(agents.filter(({ email }) => email === null))).toBeGreaterThan(0.02);
    expect(share(agents.filter(({ email }) => email === null))).toBeLessThan(0.12);
    expect(share(agents.filter(({ apps }) => apps.some(({ replaced }) => replaced)))).toBeGreaterThan(0.08);
    expect(agents.filter(({ leftAtMs }) => leftAtMs !== null)).toHaveLength(5);
    const backOffice = agents.filter(({ team }) => team.name === "Back Office");
    expect(backOffice.flatMap(({ apps }) => apps).every(({ channel }) => channel === "desktop")).toBe(true);
    const renewed = agents.filter(({ apps }) => apps.length === 1 && apps[0]?.replaced);
    const devices = renewed.map((person) => {
      const sessions = planSessions(centre, person, { nowMs: monday, days: 61 });
      return new Set(sessions.map(({ facts }) => facts.installId)).size;
    });
    expect(new Set(devices)).toEqual(new Set([2]));
  });

  test("moves to newer versions slowly, and somebody has one that nobody can read", () => {
    const phones = agents.flatMap(({ apps }) => apps.filter(({ channel }) => channel !== "desktop"));
    const share = (daysAgo: number, version: string) => {
      const had = phones.map((app) => factsAt(app, monday - daysAgo * dayMs, monday).version);
      return had.filter((one) => one === version).length / had.length;
    };
    expect(share(60, "2.16.41")).toBeGreaterThan(0.95);
    expect(share(20, "2.17.60")).toBeLessThan(share(15, "2.17.60"));
    expect(share(15, "2.17.60")).toBeLessThan(share(8, "2.17.60"));
    expect(share(0, "2.18.0")).toBeLessThan(0.9);
    expect(share(13, "2.16.41")).toBeGreaterThan(0);
    // A better one has been mandatory since.
    expect(share(11, "2.16.41")).toBe(0);
    expect(share(0, "nightly-2f9c1e")).toBeGreaterThan(0);
  });
});
