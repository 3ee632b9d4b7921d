import fc from "fast-check";
import { v7 as uuidv7 } from "uuid";

/** A session as it came to be, in epoch ms: what the ledger holds of it, in plain words. */
export type History = {
  id: string;
  user: number;
  login: number;
  /** Null while it is open. */
  logout: number | null;
  /** Where a rule found out later that it was over. */
  endedAt: number | null;
  cause: string | null;
  platform: "desktop" | "mobile";
  version: string;
  build: string | null;
  os: string | null;
  /** As it is shown. */
  device: string | null;
  browser: string | null;
  ip: string | null;
  /** Which user ended it, by number. */
  endedBy: number | null;
  /** In order, the first one at the login. */
  states: { since: number; state: string; reason: string }[];
  late: boolean;
  lastSeen: number;
  onInteraction: boolean;
  calls: { at: number; direction: "inbound" | "outbound" }[];
};

export const hour = 3_600_000;
export const leases = { lease: 60, onInteraction: 300, mobile: 1800 };

/** How long an app may be silent before its states are unknown. */
export const limitMs = ({ platform, onInteraction }: History) =>
  1000 * (platform === "mobile" ? leases.mobile : onInteraction ? leases.onInteraction : leases.lease);

const ms = (min: number, max: number) => fc.integer({ min, max });
const length = fc.oneof(
  { weight: 6, arbitrary: ms(1, 9 * hour) },
  { weight: 2, arbitrary: ms(9 * hour, 40 * hour) },
  { weight: 1, arbitrary: ms(40 * hour, 200 * hour) },
  { weight: 1, arbitrary: fc.constant(0) },
);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const state = fc.constantFrom("ready", "not_ready", "busy", "after_call_work", "unknown");
const endings = fc.constantFrom(
  "signed_out",
  "taken_over",
  "connection_lost",
  "inactivity",
  "daily_schedule",
  "forced_by_supervisor",
);

/** In their order. */
export const addresses = [
  "9.255.0.1",
  "10.0.0.9",
  "10.0.0.10",
  "::1",
  "2001:db8::9",
  "2001:db8::10",
] as const;

const stay = fc.record({
  // Nobody leaves and comes back in the same moment, but some do within one.
  gap: fc.oneof(ms(0, 3), ms(0, 20 * hour)),
  length,
  states: fc.array(
    fc.record({ at: share, state, reason: fc.constantFrom("", "Break", "Training", "Chess") }),
    {
      maxLength: 8,
      size: "max",
    },
  ),
  first: state,
  cause: endings,
  platform: fc.constantFrom<History["platform"]>("desktop", "mobile"),
  version: fc.constantFrom("2.9", "2.10", "10.0"),
  build: fc.constantFrom(null, "2.9", "2.62740"),
  os: fc.constantFrom(null, "iOS 9.1", "iOS 14.8", "Windows 11"),
  device: fc.constantFrom(null, "iPhone 8 Plus", "SM 9", "SM 10"),
  browser: fc.constantFrom(null, "Chrome 126", "Chrome 99", "Firefox"),
  ip: fc.constantFrom(null, ...addresses),
  by: fc.nat(1000),
  foundAfter: fc.oneof(ms(0, 3), { weight: 3, arbitrary: fc.noBias(ms(hour, 13 * hour)) }),
  late: fc.boolean(),
  silence: fc.oneof(ms(0, 59_999), ms(60_000, 400_000), ms(400_000, 3 * hour)),
  onInteraction: fc.boolean(),
  calls: fc.array(
    fc.record({ at: share, direction: fc.constantFrom("inbound" as const, "outbound" as const) }),
    {
      maxLength: 4,
    },
  ),
});
type Stay = typeof stay extends fc.Arbitrary<infer T> ? T : never;

/** What a crowd of users did around a moment; some of them are signed in at `now`. */
export const crowd = (around: number, now: number, users: number) =>
  fc
    .array(
      fc.record({
        begins: ms(-9 * 24 * hour, 2 * 24 * hour),
        stays: fc.array(stay, { minLength: 1, maxLength: 9, size: "max" }),
      }),
      {
        minLength: users,
        maxLength: users,
      },
    )
    .map((people) =>
      people.flatMap(({ begins, stays }, user) =>
        historiesOf({ user, users, begins: around + begins, stays, now }),
      ),
    );

type Person = { user: number; users: number; begins: number; stays: readonly Stay[]; now: number };

function historiesOf({ user, users, begins, stays, now }: Person): History[] {
  const histories: History[] = [];
  let at = begins;
  for (const one of stays) {
    const login = at + one.gap;
    if (login > now) break;
    const history = historyOf({ user, users, login, now }, one);
    histories.push(history);
    if (history.logout === null) break;
    at = history.logout;
  }
  return histories;
}

type Begun = { user: number; users: number; login: number; now: number };

function historyOf({ user, users, login, now }: Begun, one: Stay): History {
  const lost = one.cause === "connection_lost" || one.cause === "inactivity";
  const logout = login + one.length;
  const found = lost ? logout + one.foundAfter : logout;
  // What is not over by now is open, and was heard of a while ago.
  const open = found > now;
  const end = open ? now : logout;
  const at = (part: number) => login + Math.floor((end - login) * part);
  const later = new Map(one.states.map(({ at: part, ...told }) => [at(part), told]));
  const states = [...new Map([...later, [login, { state: one.first, reason: "" }]])]
    .map(([since, told]) => ({ since, ...told, reason: told.state === "not_ready" ? told.reason : "" }))
    .toSorted((a, b) => a.since - b.since);
  return {
    id: uuidv7(),
    user,
    login,
    logout: open ? null : logout,
    endedAt: !open && lost ? found : null,
    cause: open ? null : one.cause,
    platform: one.platform,
    version: one.version,
    build: one.build,
    os: one.os,
    device: one.device,
    browser: one.browser,
    ip: one.ip,
    endedBy: !open && one.cause === "forced_by_supervisor" ? one.by % users : null,
    states,
    late: one.late,
    lastSeen: open ? Math.max(login, now - one.silence) : logout,
    onInteraction: open && one.onInteraction,
    calls: one.calls.map(({ at: part, direction }) => ({ at: at(part), direction })),
  };
}

export const isOpen = ({ logout }: History) => logout === null;
