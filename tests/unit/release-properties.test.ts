import fc from "fast-check";
import { expect, test } from "vitest";
import { parseMinimumOs } from "@/lib/releases/os";
import type { PolicyRelease } from "@/lib/releases/policy";
import type { Offer } from "@/lib/releases/stage";
import { compareVersions } from "@/lib/versions/order";
import { day, decide, isForced, now, release, subject, toldAt, until } from "./releases";

const versions = ["1.0", "1.1-beta", "1.1", "1.2", "1.2.1", "2.0"];
const teams = ["billing", "sales"];
const people = ["ana", "ben", "eva", "tom"];

const offer: fc.Arbitrary<Offer> = fc.record({
  at: fc.integer({ min: 1, max: 25 }).map(day),
  percent: fc.integer({ min: 0, max: 100 }),
  teams: fc.subarray(teams),
  kind: fc.constantFrom("recommended", "mandatory"),
});

const published: fc.Arbitrary<PolicyRelease> = fc
  .record({
    version: fc.constantFrom(...versions),
    offers: fc.array(offer, { maxLength: 3 }),
    userIds: fc.subarray(people),
    excludeUserIds: fc.subarray(people, { maxLength: 1 }),
    excludeTeamIds: fc.subarray(teams, { maxLength: 1 }),
    needs: fc.constantFrom(null, parseMinimumOs("15"), parseMinimumOs("17")),
    status: fc.constantFrom("published" as const, "published" as const, "paused" as const),
    graceMinutes: fc.integer({ min: 0, max: 60 }),
  })
  .map(({ version, ...given }) => release(version, given));

const releases = fc.array(published, { maxLength: 6 });

const person = fc.record({
  userId: fc.constantFrom(...people),
  teamId: fc.constantFrom(...teams),
  os: fc.constantFrom("14.8", "16", "18"),
  installed: fc.constantFrom(...versions, "0.9"),
});

const one = fc
  .record({ all: releases, who: person, toldOf: fc.array(fc.nat(5)) })
  .map(({ all, who, toldOf }) => {
    const told = new Map(all.filter((_, at) => toldOf.includes(at)).map(({ id }) => [id, toldAt(day(5))]));
    const { installed, ...rest } = who;
    return { all, installed, rest: { ...rest, told } };
  });

const runs = { numRuns: 1500 };
const severity = { current: 0, recommended: 1, mandatory: 2, "os-too-old": 2, "unknown-version": 0 };

test("a newer app never owes more", () => {
  fc.assert(
    fc.property(one, fc.constantFrom(...versions), ({ all, installed, rest }, other) => {
      const [a, b] = [subject(installed, rest), subject(other, rest)];
      const [older, newer] = (compareVersions(a, b) ?? 0) <= 0 ? [a, b] : [b, a];
      const [owesMore, owesLess] = [decide(all, older), decide(all, newer)];
      expect(severity[owesLess.status]).toBeLessThanOrEqual(severity[owesMore.status]);
    }),
    runs,
  );
});

test("withdrawing never adds a block", () => {
  fc.assert(
    fc.property(one, fc.nat(5), ({ all, installed, rest }, which) => {
      const who = subject(installed, rest);
      const withdrawn = all.map((each, at) =>
        at === which ? { ...each, status: "withdrawn" as const } : each,
      );
      if (!isForced(decide(all, who))) expect(isForced(decide(withdrawn, who))).toBe(false);
    }),
    runs,
  );
});

test("publishing an optional release never lifts a block", () => {
  fc.assert(
    fc.property(one, published, ({ all, installed, rest }, given) => {
      const optional = {
        ...given,
        offers: given.offers.map((each) => ({ ...each, kind: "recommended" as const })),
      };
      const who = subject(installed, rest);
      expect(isForced(decide([...all, optional], who))).toBe(isForced(decide(all, who)));
    }),
    runs,
  );
});

test("raising the stage never removes anyone, and widening to a team neither", () => {
  fc.assert(
    fc.property(one, offer, fc.nat(5), ({ all, installed, rest }, wider, which) => {
      const who = subject(installed, rest);
      const [before] = all.slice(which, which + 1);
      if (!before) return;
      const after = { ...before, offers: [...before.offers, wider] };
      const [was, is] = [decide([before], who), decide([after], who)];
      expect(severity[is.status]).toBeGreaterThanOrEqual(severity[was.status]);
    }),
    runs,
  );
});

test("exclusions come before all", () => {
  fc.assert(
    fc.property(one, ({ all, installed, rest }) => {
      const who = subject(installed, rest);
      const without = all.map((each) => ({ ...each, excludeUserIds: [rest.userId] }));
      expect(decide(without, who).status).toBe("current");
    }),
    runs,
  );
});

test("what is to be installed is newer, runs, and meets every mandatory release", () => {
  fc.assert(
    fc.property(one, ({ all, installed, rest }) => {
      const who = subject(installed, rest);
      const decision = decide(all, who);
      if (decision.status !== "mandatory" && decision.status !== "recommended") return;
      const { release: target } = decision;
      expect(compareVersions(who, target)).toBe(-1);
      expect((target.needs?.key ?? "") <= (who.osKey ?? "")).toBe(true);
      expect(
        isForced(decide(all, { ...who, versionKey: target.versionKey, buildKey: target.buildKey })),
      ).toBe(false);
    }),
    runs,
  );
});

test("pausing includes nobody", () => {
  fc.assert(
    fc.property(one, ({ all, installed, rest }) => {
      const who = subject(installed, rest);
      const paused = all.map((each) => ({ ...each, status: "paused" as const }));
      expect(severity[decide(paused, who).status]).toBeLessThanOrEqual(severity[decide(all, who).status]);
    }),
    runs,
  );
});

test("nobody is signed out before their grace is over", () => {
  fc.assert(
    fc.property(one, ({ all, installed, rest }) => {
      const decision = decide(all, subject(installed, rest));
      if (!("due" in decision)) return;
      const told = rest.told.get(decision.because.id)?.at ?? now;
      const from = Math.max(told.getTime(), decision.since.getTime());
      expect(decision.due.getTime() - from).toBeGreaterThanOrEqual(decision.because.graceMinutes * 60_000);
    }),
    runs,
  );
});

test("what a notice tells stays, however often it is asked again, and is no moment before it", () => {
  const dates = fc.array(fc.integer({ min: 12, max: 25 }).map(day), { maxLength: 6 });
  fc.assert(
    fc.property(one, fc.option(dates), fc.nat(120), ({ all, installed, rest }, its, minutes) => {
      const ofTeam =
        its && new Map(all.flatMap(({ id }, at) => (its[at] ? [[id, until(its[at])] as const] : [])));
      const packages = new Map(ofTeam ? [[rest.teamId, ofTeam]] : []);
      const decided = decide(all, subject(installed, { ...rest, told: new Map() }), { packages });
      if (!("due" in decided) || !decided.due) return;
      expect(decided.due.getTime()).toBeGreaterThanOrEqual(now.getTime());
      const { because, due, packaged } = decided;
      // A date that nobody has set yet counts from when somebody does.
      if (packaged && !ofTeam?.has(because.id)) return;
      const told = new Map([[because.id, toldAt(now, { packaged, signOutAt: due })]]);
      const later = new Date(now.getTime() + minutes * 60_000);
      const again = decide([because], subject(installed, { ...rest, told }), { packages, now: later });
      expect(again).toMatchObject({ due });
    }),
    runs,
  );
});
