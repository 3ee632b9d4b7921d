import { type Actor, authorize, inScope, teamsInScope, withinScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { after, type Position } from "@/lib/keyset";
import { fail, ok } from "@/lib/result";
import { readSettingsNow } from "@/lib/settings/queries";
import { Prisma } from "@/prisma/generated/client";
import type { Platform } from "@/prisma/generated/enums";
import { Limits } from "./limits";
import { byName } from "./position";
import type { FindCandidates } from "./schema";

/** Teams by the names asked for, whatever their case. A name that no team has is missing from the map. */
export async function findTeams(tx: Tx, names: readonly string[]) {
  const rows = await tx.$queryRaw<{ asked: string; id: string; name: string }[]>`
    select asked, t.id, t.name from unnest(${[...names]}::text[]) as asked
    join team t on lower(normalize(t.name, NFKC)) = lower(normalize(asked, NFKC))`;
  return new Map(rows.map((row) => [row.asked, { id: row.id, name: row.name }]));
}

/** The names of all teams that the actor may see, in order. */
export async function teamNames(actor: Actor): Promise<string[]> {
  authorize(actor, "teams:read");
  const teams = await db.team.findMany({
    where: teamsInScope(actor),
    select: { name: true },
    orderBy: { name: "asc" },
  });
  return teams.map(({ name }) => name);
}

/** The teams that the actor may see, by name. */
export async function teamsSeen(actor: Actor): Promise<{ id: string; name: string }[]> {
  authorize(actor, "teams:read");
  return db.team.findMany({
    where: teamsInScope(actor),
    select: { id: true, name: true },
    orderBy: { name: "asc" },
  });
}

/** The limits of each team that has some, of those that the actor may see, by the team's id. */
export async function limitsOfTeams(actor: Actor): Promise<Record<string, Limits>> {
  authorize(actor, "teams:read");
  const teams = await db.team.findMany({ where: teamsInScope(actor), select: { id: true, limits: true } });
  const limited = teams.map(({ id, limits }) => [id, Limits.parse(limits)] as const);
  return Object.fromEntries(limited.filter(([, limits]) => limits.length > 0));
}

type TeamRow = {
  id: string;
  name: string;
  allowedApps: Platform[];
  dailySignOutAt: string | null;
  limits: unknown;
  packageDeployment: boolean;
  people: number;
  signedIn: number;
  signedInOnDesktop: number;
  signedInOnMobile: number;
};

/** Teams with how many people each has, and how many of them are signed in: one pass over people and seats. */
async function readTeams(where: Prisma.Sql, limit: number | null) {
  const rows = await db.$queryRaw<TeamRow[]>`
    with chosen as (select * from team t where ${where} order by t.name, t.id limit ${limit}), counted as (
      select u.team_id, count(*)::int as people, count(*) filter (where s.open)::int as signed_in,
        count(*) filter (where s.open and s.platform = 'desktop')::int as on_desktop,
        count(*) filter (where s.open and s.platform = 'mobile')::int as on_mobile
      from user_account u join seat s on s.user_id = u.id where u.team_id in (select id from chosen) group by u.team_id
    )
    select t.id, t.name, t.allowed_apps::text[] as "allowedApps", t.daily_sign_out_at as "dailySignOutAt", t.limits,
      t.package_deployment as "packageDeployment",
      coalesce(c.people, 0) as people, coalesce(c.signed_in, 0) as "signedIn",
      coalesce(c.on_desktop, 0) as "signedInOnDesktop", coalesce(c.on_mobile, 0) as "signedInOnMobile"
    from chosen t left join counted c on c.team_id = t.id order by t.name, t.id`;
  return rows.map(({ limits, allowedApps, ...row }) => ({
    ...row,
    allowedApps: allowedApps.toSorted(),
    limits: Limits.parse(limits),
  }));
}

/** By name, at most so many of each team; without, all. */
async function readSupervisors(teamIds: readonly string[], most: number | null) {
  const rows = await db.$queryRaw<
    { teamId: string; id: string; username: string; name: string; of: number }[]
  >`
    select * from (
      select x.team_id as "teamId", u.id, u.username, u.name, count(*) over (partition by x.team_id)::int as of,
        row_number() over (partition by x.team_id order by u.name, u.id) as place
      from team_supervisor x join user_account u on u.id = x.user_id where x.team_id = any(${[...teamIds]}::uuid[])
    ) ranked where ${most}::int is null or place <= ${most} order by place`;
  const byTeam = new Map<string, typeof rows>();
  for (const row of rows) {
    const named = byTeam.get(row.teamId);
    if (named) named.push(row);
    else byTeam.set(row.teamId, [row]);
  }
  return byTeam;
}

type Page = { position?: Position | undefined; limit?: number };

const namedSupervisors = 3;

/** The teams the actor may see, by name, each with the first of its supervisors. */
export async function listTeams(actor: Actor, { position, limit }: Page = {}) {
  authorize(actor, "teams:read");
  const seen = withinScope(actor, Prisma.sql`t.id`);
  const beyond = position ? after(byName, position) : Prisma.sql`true`;
  const teams = await readTeams(Prisma.sql`${seen} and ${beyond}`, limit === undefined ? null : limit + 1);
  const items = teams.slice(0, limit);
  const supervisors = await readSupervisors(
    items.map((team) => team.id),
    namedSupervisors,
  );
  return {
    more: items.length < teams.length,
    items: items.map((team) => {
      const named = supervisors.get(team.id) ?? [];
      return { ...team, supervisors: named.map((row) => row.name), supervisorCount: named[0]?.of ?? 0 };
    }),
  };
}
export type ListedTeam = Awaited<ReturnType<typeof listTeams>>["items"][number];

/** A team with its supervisors, and what of the centre's settings bears on it. */
export async function getTeam(actor: Actor, id: string) {
  authorize(actor, "teams:read");
  if (!inScope(actor, id)) return fail("not-found");
  const [team] = await readTeams(Prisma.sql`t.id = ${id}::uuid`, null);
  if (!team) return fail("not-found");
  const [supervisors, responsible, settings, sessions, now] = await Promise.all([
    readSupervisors([id], null),
    db.user.findMany({
      where: { responsibleFor: { some: { teamId: id } } },
      select: { username: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
    readSettingsNow(db),
    db.session.findFirst({ where: { teamId: id }, select: { id: true } }),
    databaseNow(db),
  ]);
  return ok({
    ...team,
    supervisors: (supervisors.get(id) ?? []).map(({ username, name }) => ({ username, name })),
    responsible,
    /** Whether the ledger names it. */
    hasSessions: sessions !== null,
    centre: { dailySignOutAt: settings.dailySignOutAt, timeZone: settings.timeZone },
    now,
  });
}
export type TeamDetails = Extract<Awaited<ReturnType<typeof getTeam>>, { ok: true }>["value"];

/** Who could be responsible for the apps of a team. */
export async function administrators(actor: Actor) {
  authorize(actor, "teams:write");
  return db.user.findMany({
    where: { roles: { has: "administrator" }, disabledAt: null },
    select: { username: true, name: true },
    orderBy: [{ name: "asc" }, { id: "asc" }],
  });
}

const few = 20;

/** The other teams that the actor may see, by name. */
export async function listOtherTeams(actor: Actor, id: string) {
  authorize(actor, "teams:read");
  return db.team.findMany({
    where: { AND: [teamsInScope(actor), { id: { not: id } }] },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    select: { id: true, name: true },
  });
}

const wordsOf = (search: string) => search.split(/\s+/).filter(Boolean);

/** The first people by name who could be brought in, and whose name, username or personnel number has every word. */
export async function findCandidates(actor: Actor, { id, as, search }: FindCandidates) {
  authorize(actor, "teams:write");
  const missing =
    as === "member"
      ? Prisma.sql`u.team_id <> ${id}::uuid`
      : Prisma.sql`'supervisor' = any(u.roles) and u.disabled_at is null
          and not exists (select 1 from team_supervisor x where x.team_id = ${id}::uuid and x.user_id = u.id)`;
  const rows = await db.$queryRaw<{ username: string; name: string; team: string }[]>`
    select u.username, u.name, t.name as team from user_account u join team t on t.id = u.team_id
    where ${missing} and ${withinScope(actor, Prisma.sql`u.team_id`)}
      and u.search_text like all (select '%' || search_literal(word) || '%' from unnest(${wordsOf(search)}::text[]) as word)
    order by u.name, u.id limit ${few}`;
  return ok(rows);
}
