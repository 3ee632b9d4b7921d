import fc from "fast-check";
import { expect, test } from "vitest";
import { type Actor, bootstrapToken as administrator } from "@/lib/auth/actor";
import type { Presence } from "@/lib/reports/chart";
import { reportPresence } from "@/lib/reports/presence";
import { readCatalogue } from "@/lib/reports/queries";
import { reportQuery } from "@/lib/reports/schema";
import type { History } from "./report-histories";
import type { Asked } from "./report-oracle";
import { askedOf, players, type Round, round, teamOf } from "./report-rounds";

// Who was signed in when, against plain counting: at every moment at which anything changed, and right beside it.

const { play, teamIds } = await players();
const supervisor: Actor = { kind: "person", id: null, roles: ["supervisor"], scope: [teamIds[0] ?? ""] };

type Platform = History["platform"];
type Crowd = (platform: Platform, at: number) => number;

/** Somebody is signed in from the login on, and no more at the logout, once that is known. */
const crowdOf =
  (histories: readonly History[], asOf: number): Crowd =>
  (platform, at) =>
    histories.filter((one) => {
      const known = one.logout !== null && (one.endedAt ?? one.logout) <= asOf;
      return one.platform === platform && one.login <= at && at < (known ? (one.logout ?? asOf) : asOf);
    }).length;

const momentsOf = (histories: readonly History[]) =>
  histories.flatMap(({ login, logout }) => [login, logout ?? login].flatMap((at) => [at - 1, at, at + 1]));

/** All moments that matter from one to before another. */
const between = (from: number, to: number, moments: readonly number[]) =>
  [from, to - 1, ...moments].filter((at) => at >= from && at < to);

const sizes = { points: 0, most: 0 };

function compare(
  presence: Presence,
  histories: readonly History[],
  asked: Asked,
  grain: "steps" | "stretches",
) {
  const { from, to, asOf } = asked;
  const untilMs = Math.max(from, Math.min(to, asOf));
  const crowd = crowdOf(histories, asOf);
  const moments = momentsOf(histories);
  const { points } = presence;
  expect(presence).toMatchObject({ kind: "presence", untilMs, asOf: new Date(asOf).toISOString() });
  expect(points.map(({ atMs }) => atMs)).toEqual(
    [...new Set(points.map(({ atMs }) => atMs))].toSorted((a, b) => a - b),
  );
  expect(points[0]?.atMs).toBe(untilMs > from ? from : undefined);
  for (const [index, { atMs, ...told }] of points.entries()) {
    const next = points[index + 1]?.atMs ?? untilMs;
    const within = between(atMs, next, moments);
    for (const platform of ["desktop", "mobile"] as const) {
      const counts = within.map((at) => crowd(platform, at));
      expect(told[platform]).toEqual([Math.min(...counts), Math.max(...counts)]);
      sizes.most = Math.max(sizes.most, ...counts);
    }
  }
  if (grain === "steps")
    for (const [index, point] of points.entries())
      expect({ ...points[index - 1], atMs: 0 }).not.toEqual({ ...point, atMs: 0 });
  sizes.points += points.length;
}

const iso = (at: number) => new Date(at).toISOString();

async function ask(asked: Asked, { actor = administrator, most = 100_000, ...more }: Given) {
  const query = reportQuery(await readCatalogue()).parse({
    from: iso(asked.from),
    to: iso(asked.to),
    zone: asked.zone,
    dayTurn: asked.dayTurn,
    edges: asked.edges,
    days: asked.days,
    ...more,
  });
  const presence = await reportPresence(actor, { query, most, asOf: new Date(asked.asOf) });
  if (!presence.ok) throw new Error(presence.code);
  return presence.value;
}
type Given = { actor?: Actor; most?: number; filters?: object[] };

async function compareAll(one: Round) {
  const asked = askedOf(one);
  const { histories } = one;
  await play(one, asked);
  for (const edges of ["clip", "whole"] as const)
    for (const days of ["join", "split"] as const) {
      const each = { ...asked, edges, days };
      compare(await ask(each, {}), histories, each, "steps");
      const told = await ask(each, { most: 24 });
      compare(told, histories, each, told.stretchMs === null ? "steps" : "stretches");
      if (told.stretchMs !== null) {
        expect(told.points.length).toBe(Math.ceil((told.untilMs - asked.from) / told.stretchMs));
        expect(told.points.length).toBeLessThanOrEqual(12);
      }
    }
  const each: Asked = { ...asked, edges: "clip", days: "split" };
  const billing = histories.filter(({ user }) => teamOf(user) === "Billing");
  compare(await ask(each, { actor: supervisor }), billing, each, "steps");
  const filters = [
    { column: "os", anyOf: ["iOS 14.8", null] },
    { column: "team", anyOf: ["Sales"] },
  ];
  const some = histories.filter(
    ({ os, user }) => (os === "iOS 14.8" || os === null) && teamOf(user) === "Sales",
  );
  compare(await ask(each, { filters }), some, each, "steps");
}

const rounds = Number(process.env.HISTORIES ?? 12);

test("at every moment as many are signed in as were", { timeout: 120_000 }, async () => {
  await fc.assert(fc.asyncProperty(round, compareAll), { numRuns: rounds, endOnFailure: true });
  expect(sizes.points).toBeGreaterThan(100 * rounds);
  expect(sizes.most).toBeGreaterThan(4);
});
