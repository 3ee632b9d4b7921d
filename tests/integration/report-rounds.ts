import fc from "fast-check";
import { db } from "@/lib/db";
import { passInClock } from "./clock";
import { person } from "./people";
import { crowd } from "./report-histories";
import type { Asked, People } from "./report-oracle";
import { store } from "./report-store";
import { newTeam } from "./teams";

const hour = 3_600_000;
const users = 24;

/** Of which team a user is by number. */
export const teamOf = (user: number) => (user % 3 === 0 ? "Billing" : "Sales");

/** The people of all rounds, and the clock that their reports are as of. */
export async function players() {
  const clock = await passInClock(new Date());
  const place = { userIds: [] as string[], teamIds: [] as string[] };
  const people: People = [];
  for (let number = 0; number < users; number += 1) {
    const personnelNumber = number % 4 === 0 ? undefined : String(number * 7);
    const { id, name, username, teamId } = await person({ team: teamOf(number), personnelNumber });
    place.userIds.push(id);
    place.teamIds.push(teamId);
    people.push({ id, name, username, personnelNumber: personnelNumber ?? null, teamNow: teamOf(number) });
  }
  // Some have changed since.
  const { id: teamId } = await newTeam("Claims");
  for (const one of people.filter((_, number) => number % 5 === 0)) {
    one.teamNow = "Claims";
    await db.user.update({ where: { id: one.id }, data: { teamId } });
  }
  return {
    ...place,
    people,
    /** Puts a round's histories in the ledger, and the clock to the moment that is asked for. */
    async play(
      { histories, resumed }: Pick<Round, "histories" | "resumed">,
      { asOf, resumedAt }: Pick<Asked, "asOf" | "resumedAt">,
    ) {
      await store(histories, place);
      await db.$executeRaw`delete from gateway_beat`;
      if (Number.isFinite(resumed))
        await db.gatewayBeat.create({
          data: { id: 1, beatAt: new Date(asOf), resumedAt: new Date(resumedAt) },
        });
      await clock.set(new Date(asOf));
    },
  };
}

// Around changes of the clock: forwards and back, at night, at midnight, by half an hour, by a whole day.
const changes = [
  ["Europe/Berlin", "2026-03-29T01:00:00Z"],
  ["Europe/Berlin", "2026-10-25T01:00:00Z"],
  ["America/New_York", "2026-03-08T07:00:00Z"],
  ["America/New_York", "2026-11-01T06:00:00Z"],
  ["Australia/Lord_Howe", "2026-04-04T15:00:00Z"],
  ["Australia/Lord_Howe", "2026-10-03T15:30:00Z"],
  ["America/Santiago", "2026-09-06T04:00:00Z"],
  ["America/Santiago", "2026-04-05T03:00:00Z"],
  ["Pacific/Apia", "2011-12-30T10:00:00Z"],
  ["UTC", "2026-06-01T00:00:00Z"],
] as const;

const around = (min: number, max: number) => fc.integer({ min: min * hour, max: max * hour });

/** What a crowd did around a change of the clock, and what is asked about it. */
export const round = fc
  .record({
    change: fc.constantFrom(...changes),
    dayTurn: fc.constantFrom("00:00", "00:00", "02:00", "02:30", "04:00", "23:00"),
    now: around(0, 80),
    earlier: fc.oneof(fc.constant(0), fc.noBias(around(0, 13)), around(0, 30)),
    resumed: fc.oneof(fc.constant(Number.NEGATIVE_INFINITY), fc.integer({ min: -2 * hour, max: -1 })),
    // Ends of a range are often moments of somebody's session.
    from: fc.oneof(
      around(-90, 40),
      fc.nat(1000).map((of) => ({ of })),
    ),
    to: fc.oneof(
      around(-40, 100),
      fc.nat(1000).map((of) => ({ of })),
    ),
  })
  .chain(({ change: [zone, at], ...given }) => {
    const change = Date.parse(at);
    const now = change + given.now;
    return crowd(change, now, users).map((histories) => ({ ...given, zone, change, now, histories }));
  });
export type Round = typeof round extends fc.Arbitrary<infer T> ? T : never;

export function askedOf({ zone, change, now, histories, ...given }: Round): Omit<Asked, "edges" | "days"> {
  const moments = histories.flatMap(({ login, logout }) => [login, logout ?? login]);
  const at = (wanted: number | { of: number }) =>
    typeof wanted === "number" ? change + wanted : (moments[wanted.of % moments.length] ?? change);
  const [from = 0, to = 0] = [at(given.from), at(given.to)].toSorted((a, b) => a - b);
  const asOf = now - given.earlier;
  const resumedAt = now + given.resumed;
  return { zone, dayTurn: given.dayTurn, from, to: to === from ? to + 1 : to, asOf, resumedAt };
}
