import { type Actor, teamsInScope } from "@/lib/auth/actor";
import type { Tx } from "@/lib/db";
import { findTeams } from "@/lib/teams/queries";
import { Prisma } from "@/prisma/generated/client";
import type { Role } from "@/prisma/generated/enums";
import type { Given } from "./values";

/** What an import may change of a user; teams by their ids. */
export type Stored = {
  name: string;
  email: string | null;
  personnelNumber: string | null;
  teamId: string;
  roles: readonly Role[];
  supervises: readonly string[];
};

export type Existing = Stored & { id: string; username: string; disabled: boolean; hasPassword: boolean };

/** What the database knows of the people and teams that a file names. */
export type Facts = {
  /** Who imports. */
  actor: Actor;
  /** By the username in the file: the form that makes it unique. */
  keys: ReadonlyMap<string, string>;
  /** By that form. */
  users: ReadonlyMap<string, Existing>;
  /** By the name in the file. */
  teams: ReadonlyMap<string, { id: string; name: string }>;
  /** By personnel number: whose it is. */
  numbers: ReadonlyMap<string, { id: string; username: string }>;
  /** Everybody who is an administrator and not disabled. */
  administrators: ReadonlySet<string>;
};

/** What the database knows of the people and teams that these lines name. */
export async function readFacts(tx: Tx, actor: Actor, lines: readonly Given[]): Promise<Facts> {
  const usernames = lines.flatMap(({ username }) => username ?? []);
  const keys = await keysOf(tx, usernames);
  const users = await readUsers(tx, [...keys.values()]);
  const teamNames = new Set(
    lines.flatMap(({ team, supervises = [] }) => [...(team ? [team] : []), ...supervises]),
  );
  const teams = await findTeams(tx, [...teamNames]);
  const numbers = await tx.$queryRaw<{ id: string; username: string; number: string }[]>`
    select id, username, personnel_number as number from user_account
    where personnel_number = any(${lines.flatMap(({ personnelNumber }) => personnelNumber ?? [])}::text[])`;
  return {
    actor,
    keys,
    users,
    teams,
    numbers: new Map(numbers.map(({ number, ...owner }) => [number, owner])),
    administrators: await readAdministrators(tx),
  };
}

/** The ids of users whom these lines name now. */
export async function namedUsers(tx: Tx, lines: readonly Given[]): Promise<string[]> {
  const users = await tx.$queryRaw<{ id: string }[]>`
    select u.id from unnest(${lines.flatMap(({ username }) => username ?? [])}::text[]) as asked
    join user_account u on lower(normalize(u.username, NFKC)) = lower(normalize(asked, NFKC))`;
  return users.map(({ id }) => id);
}

/** By username as it is written: the form that makes it unique, by the database's own rule. */
async function keysOf(tx: Tx, usernames: readonly string[]) {
  const rows = await tx.$queryRaw<{ asked: string; key: string }[]>`
    select asked, lower(normalize(asked, NFKC)) as key from unnest(${[...usernames]}::text[]) as asked`;
  return new Map(rows.map(({ asked, key }) => [asked, key]));
}

async function readUsers(tx: Tx, keys: readonly string[]) {
  const rows = await tx.$queryRaw<(Existing & { key: string })[]>`
    select ${columns}, lower(normalize(u.username, NFKC)) as key from unnest(${[...keys]}::text[]) as asked
    join user_account u on lower(normalize(u.username, NFKC)) = asked`;
  return new Map(rows.map(({ key, ...user }) => [key, user]));
}

/** The same by id, as they are now. */
export const readUsersById = (tx: Tx, ids: readonly string[]) =>
  tx.$queryRaw<Existing[]>`select ${columns} from user_account u where u.id = any(${[...ids]}::uuid[])`;

const columns = Prisma.sql`u.id, u.username, u.name, u.email, u.personnel_number as "personnelNumber",
  u.team_id as "teamId", u.roles::text[] as roles, u.disabled_at is not null as disabled,
  u.password_hash is not null as "hasPassword",
  array(select team_id::text from team_supervisor where user_id = u.id) as supervises`;

/** Who keeps the house: administrators who are not disabled. */
export async function readAdministrators(tx: Tx): Promise<ReadonlySet<string>> {
  const rows = await tx.user.findMany({
    where: { roles: { has: "administrator" }, disabledAt: null },
    select: { id: true },
  });
  return new Set(rows.map(({ id }) => id));
}

/** The teams that the actor may see: what people's present teams are called. */
export const readTeams = (tx: Tx, actor: Actor) =>
  tx.team.findMany({ where: teamsInScope(actor), select: { id: true, name: true } });
