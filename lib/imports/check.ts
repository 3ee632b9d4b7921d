import { assignRefusal, mayManage } from "@/lib/auth/actor";
import { Username } from "@/lib/users/schema";
import type { Role } from "@/prisma/generated/enums";
import { cellProblems } from "./cells";
import type { Existing, Facts, Stored } from "./facts";
import type { Notice, Problem, ProblemCode } from "./problem";
import { type Given, roleOf } from "./values";

export type Create = Stored & { line: number; username: string; password: string | null };
export type Update = {
  line: number;
  user: Existing;
  /** What becomes different, and only that. */
  after: Partial<Stored>;
  /** Only for one who has none: an import replaces no password. */
  password: string | null;
};

export type Checked = {
  creates: Create[];
  updates: Update[];
  /** Lines that say what is there already. */
  unchanged: { line: number; user: Existing }[];
  problems: Problem[];
  notices: Notice[];
  /** Teams that are named and not there, with their stand-in ids; made first where `createTeams` says so. */
  missingTeams: { id: string; name: string }[];
  /** Lines whose password is passed over, because the user has one. */
  passwordsKept: number;
};

/** What an import of these lines would do, and what keeps it from being done. */
export function checkLines(
  lines: readonly Given[],
  facts: Facts,
  { createTeams }: { createTeams: boolean },
): Checked {
  const checked: Checked = {
    creates: [],
    updates: [],
    unchanged: [],
    problems: [],
    notices: [],
    missingTeams: [],
    passwordsKept: 0,
  };
  const teams = teamsOf(lines, facts, createTeams, checked.missingTeams);
  const first = { usernames: new Map<string, number>(), numbers: new Map<string, number>() };

  for (const given of lines) {
    const key = given.username === undefined ? undefined : facts.keys.get(given.username);
    const user = key === undefined ? undefined : facts.users.get(key);
    const problems = [
      ...cellProblems(given, { user, teams }),
      ...clashes(given, key, user, { facts, first }),
      ...reach(given, user, { facts, teams }),
    ];
    if (problems.length > 0) checked.problems.push(...problems);
    else if (user) addUpdate(checked, given, user, teams);
    else checked.creates.push(newUser(given, teams));
  }
  keepAdministrators(checked, facts);
  return checked;
}

export type Teams = ReadonlyMap<string, { id: string; name: string }>;

/** The teams named, with stand-ins for those that will be made. */
function teamsOf(
  lines: readonly Given[],
  facts: Facts,
  createTeams: boolean,
  missing: Checked["missingTeams"],
): Teams {
  const teams = new Map(facts.teams);
  const standIns = new Map<string, { id: string; name: string }>();
  for (const { team, supervises = [] } of lines) {
    for (const name of team === undefined ? supervises : [team, ...supervises]) {
      if (facts.teams.has(name)) continue;
      const key = name.normalize("NFKC").toLowerCase();
      const standIn = standIns.get(key) ?? { id: `new:${key}`, name };
      if (!standIns.has(key)) missing.push(standIn);
      standIns.set(key, standIn);
      if (createTeams) teams.set(name, standIn);
    }
  }
  return teams;
}

type Seen = { facts: Facts; first: { usernames: Map<string, number>; numbers: Map<string, number> } };

/** The same person or number a second time in the file, and numbers that are somebody else's. */
function clashes(given: Given, key: string | undefined, user: Existing | undefined, { facts, first }: Seen) {
  const found: Problem[] = [];
  const add = (code: ProblemCode, field: "username" | "personnelNumber", other: string) =>
    found.push({ line: given.line, field, value: given[field] ?? "", code, other });
  if (key !== undefined) {
    const earlier = first.usernames.get(key);
    if (earlier === undefined) first.usernames.set(key, given.line);
    else add("twice-in-file", "username", String(earlier));
  }
  const number = given.personnelNumber;
  if (number !== undefined) {
    const earlier = first.numbers.get(number);
    const owner = facts.numbers.get(number);
    if (earlier === undefined) first.numbers.set(number, given.line);
    else add("number-twice-in-file", "personnelNumber", String(earlier));
    if (owner && owner.id !== user?.id) add("number-taken", "personnelNumber", owner.username);
  }
  return found;
}

type Reach = { facts: Facts; teams: Teams };

/** Nobody but an administrator changes the account of one, or makes one; and nobody is led into teams out of reach. */
function reach(given: Given, user: Existing | undefined, { facts: { actor }, teams }: Reach): Problem[] {
  const { line, username = "", roles = [], team, supervises = [] } = given;
  if (user && !mayManage(actor, user))
    return [{ line, field: "username", value: username, code: "out-of-reach", other: "" }];
  const named = team === undefined ? supervises : [team, ...supervises];
  const refused = assignRefusal(actor, { teamIds: idsOf(named, teams), roles: rolesOf(roles) });
  if (refused === null) return [];
  return refused === "unknown-team"
    ? [{ line, field: "team", value: named.join("; "), code: refused, other: "" }]
    : [{ line, field: "roles", value: "administrator", code: "out-of-reach", other: "" }];
}

const idsOf = (names: readonly string[], teams: Teams) => [
  ...new Set(names.flatMap((name) => teams.get(name)?.id ?? [])),
];
const rolesOf = (words: readonly string[]) => [...new Set(words.flatMap((word) => roleOf(word) ?? []))];

function newUser(given: Given, teams: Teams): Create {
  return {
    line: given.line,
    username: Username.parse(given.username),
    name: given.name ?? "",
    email: given.email ?? null,
    personnelNumber: given.personnelNumber ?? null,
    teamId: teams.get(given.team ?? "")?.id ?? "",
    roles: given.roles ? rolesOf(given.roles) : ["agent"],
    supervises: idsOf(given.supervises ?? [], teams),
    password: given.password ?? null,
  };
}

function addUpdate(checked: Checked, given: Given, user: Existing, teams: Teams) {
  const said: Partial<Stored> = {
    ...(given.name !== undefined && { name: given.name }),
    ...(given.email !== undefined && { email: given.email }),
    ...(given.personnelNumber !== undefined && { personnelNumber: given.personnelNumber }),
    ...(given.team !== undefined && { teamId: teams.get(given.team)?.id ?? user.teamId }),
    ...(given.roles && { roles: rolesOf(given.roles) }),
    ...(given.supervises && { supervises: idsOf(given.supervises, teams) }),
  };
  const after = differing(user, said);
  const password = user.hasPassword ? null : (given.password ?? null);
  if (given.password !== undefined && user.hasPassword) checked.passwordsKept++;
  if (Object.keys(after).length === 0 && password === null) {
    checked.unchanged.push({ line: given.line, user });
    return;
  }
  const notice = (code: Notice["code"], field: Notice["field"], value: string) =>
    checked.notices.push({ line: given.line, field, value, code, other: user.username });
  const lost = user.roles.filter((role: Role) => after.roles && !after.roles.includes(role));
  if (lost.length > 0) notice("loses-role", "roles", lost.join(", "));
  const left = user.supervises.filter((id) => after.supervises && !after.supervises.includes(id));
  if (left.length > 0) notice("loses-team", "supervises", String(left.length));
  if (user.disabled) notice("is-disabled", "username", user.username);
  checked.updates.push({ line: given.line, user, after, password });
}

/** Of what is said, what is not so already. */
export function differing(now: Stored, said: Partial<Stored>): Partial<Stored> {
  const entries = Object.entries(said) as [keyof Stored, Stored[keyof Stored]][];
  return Object.fromEntries(entries.filter(([field, value]) => !same(now[field], value)));
}

function same(a: Stored[keyof Stored], b: Stored[keyof Stored]) {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b;
  return a.length === b.length && a.every((item) => b.includes(item));
}

/** Nobody locks themselves out by a file, and at least one administrator stays. */
function keepAdministrators(checked: Checked, { actor, administrators }: Facts) {
  const losing = checked.updates.filter(
    ({ user, after }) => administrators.has(user.id) && after.roles && !after.roles.includes("administrator"),
  );
  const last = losing.length > 0 && losing.length === administrators.size;
  const refused = losing.filter(({ user }) => last || user.id === actor.id);
  for (const { line, user, after } of refused) {
    const code = user.id === actor.id ? "own-role" : "last-administrator";
    checked.problems.push({ line, field: "roles", value: (after.roles ?? []).join(", "), code, other: "" });
  }
  const lines = new Set(refused.map(({ line }) => line));
  if (lines.size === 0) return;
  checked.updates = checked.updates.filter(({ line }) => !lines.has(line));
  checked.notices = checked.notices.filter(({ line }) => !lines.has(line));
}

/** How many lines are bad: one may have several problems. */
export const badLines = ({ problems }: Pick<Checked, "problems">) =>
  new Set(problems.map(({ line }) => line));
