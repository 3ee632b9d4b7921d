import type { Role } from "@/prisma/generated/enums";
import { type App, planDesktop, planPhone } from "./fleet";
import { drawNames, type Names } from "./names";
import { type Random, randomFrom } from "./random";
import { berlin, sizesFor, type Trade, trades } from "./teams";

export const dayMs = 86_400_000;

export type Team = Trade & { id: string; createdAtMs: number };

export type Person = {
  id: string;
  username: string;
  name: string;
  personnelNumber: string;
  /** Some have none. */
  email: string | null;
  team: Team;
  roles: Role[];
  supervises: Team[];
  createdAtMs: number;
  /** When a leaver was disabled. */
  leftAtMs: number | null;
  /** The one used most comes first. */
  apps: App[];
  /** Begins everything that is drawn for this person alone. */
  seed: number;
};

/** Whose eyes a newcomer looks through; this agent is nobody else's meanwhile. */
type Guides = { administrator: Person; supervisor: Person; analyst: Person; agent: Person };

export type Centre = { teams: Team[]; people: Person[]; guides: Guides };

type CentreInput = { seed: number; agents: number; nowMs: number; administrator: string };

/** Who works where, with which apps; the same for the same input. */
export function planCentre({ seed, agents, nowMs, administrator }: CentreInput): Centre {
  const random = randomFrom(seed);
  const names = drawNames(random.fork());
  const maria = { name: "Maria Ortiz", username: names.keep("maria.ortiz") };
  const admin = { name: "Robin Keller", username: names.keep(administrator) };
  const make = planner(random, names, nowMs);
  const createdAtMs = nowMs - 400 * dayMs;
  const teams = trades.map((trade) => ({ ...trade, id: random.id(createdAtMs), createdAtMs }));
  const sizes = sizesFor(agents);

  const billing = teamOf(teams, "Billing");
  const agent = make(billing, { ...maria, apps: planApps(random.fork(), billing, "iPhone 8 Plus") });
  const staff = teams.flatMap((team, index) => {
    const length = (sizes[index] ?? 0) - (team === agent.team ? 1 : 0);
    return Array.from({ length }, () => make(team));
  });
  const tester = staff.find(({ apps }) => apps.some(({ channel }) => channel === "android"));
  for (const app of tester?.apps ?? []) app.oddVersion = "nightly-2f9c1e";
  const leavers = ["Billing", "Returns", "Technical Support", "Field Dispatch", "Sales New York"].map(
    (name) => make(teamOf(teams, name), { leftAtMs: nowMs - random.between(3, 55) * dayMs }),
  );
  const lead = ([home, ...more]: readonly [string, ...string[]], roles: Role[]) => {
    const supervises = [home, ...more].map((name) => teamOf(teams, name));
    return make(teamOf(teams, home), { supervises, roles });
  };
  const supervisor = lead(["Billing", "Returns"], ["supervisor"]);
  const supervisors = [supervisor, ...led.map(([teams, roles]) => lead(teams, roles))];
  const analyst = make(teamOf(teams, "Back Office"), { roles: ["analyst"] });
  const first = make(teamOf(teams, "Back Office"), { roles: ["administrator"], ...admin });
  return {
    teams,
    people: [agent, ...staff, ...leavers, ...supervisors, analyst, first],
    guides: { administrator: first, supervisor, analyst, agent },
  };
}

/** Who supervises what; two of them take calls themselves. */
const led: [teams: [string, ...string[]], roles: Role[]][] = [
  [["Orders"], ["supervisor"]],
  [["Technical Support", "Second Line"], ["supervisor"]],
  [["Technical Support"], ["supervisor", "agent"]],
  [["Field Dispatch"], ["supervisor", "agent"]],
  [["Retention", "Back Office"], ["supervisor"]],
  [["Sales New York", "VIP Desk"], ["supervisor"]],
  [["Service New York"], ["supervisor"]],
  [["Claims"], ["supervisor"]],
  [["Sales New York", "Service New York", "Claims", "VIP Desk"], ["supervisor"]],
];

function teamOf(teams: readonly Team[], name: string): Team {
  const found = teams.find((team) => team.name === name);
  if (!found) throw new Error(`there is no team ${name}`);
  return found;
}

function planner(random: Random, names: Names, nowMs: number) {
  let number = 1000;

  return (team: Team, given: Partial<Person> = {}): Person => {
    const own = random.fork();
    const { name, username } = { ...names.next(), ...given };
    const createdAtMs = nowMs - own.between(70, 390) * dayMs;
    number += own.between(1, 9);
    return {
      id: own.id(createdAtMs),
      username,
      name,
      personnelNumber: String(number),
      email: own.chance(0.06) ? null : `${username}@centre.example`,
      team,
      roles: ["agent"],
      supervises: [],
      createdAtMs,
      leftAtMs: null,
      apps: planApps(own, team),
      seed: own.between(0, 2 ** 31),
      ...given,
    };
  };
}

/** Some work on a phone, some at a desk, some on both; whoever has the phone given has both. */
function planApps(random: Random, team: Team, phone?: string): App[] {
  const site = team.zone === berlin ? "10.20" : "10.40";
  const place = {
    office: `${site}.${random.between(1, 6)}.${random.between(10, 250)}`,
    home: random.chance(0.2)
      ? `2001:db8:${random.between(1, 9999)}::${random.between(2, 99)}`
      : `${random.pick(["198.51.100", "203.0.113", "192.0.2"])}.${random.between(2, 250)}`,
  };
  if (phone) return [planPhone(random, place, phone), planDesktop(random, place)];
  const onPhone = random.chance(team.mobile);
  const first = onPhone ? planPhone(random, place) : planDesktop(random, place);
  const apps = [first];
  if (random.chance(onPhone ? 0.5 : 0.3)) {
    const atDesk = onPhone || team.mobile === 0 || random.chance(0.3);
    apps.push(atDesk ? planDesktop(random, place) : planPhone(random, place));
  }
  // Devices are replaced now and then, by another one of the same kind.
  if (random.chance(0.14)) {
    const former = onPhone ? planPhone(random, place) : planDesktop(random, place);
    first.replaced = { app: former, daysAgo: random.between(6, 50) };
  }
  return apps;
}
