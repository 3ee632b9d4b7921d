import { type Actor, authorize, can, withinScope } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { Prisma } from "@/prisma/generated/client";
import type { FindAnything, Found, FoundPerson, FoundRelease, FoundTeam } from "./schema";

const most = { people: 8, teams: 4, releases: 4 };
/** Of more matches than this, the best of this many are as good: nobody reads on, one types on. */
const considered = 2000;

/** The people, teams and releases that the actor may see and that a typed text means, best first. */
export async function findAnything(actor: Actor, { q }: FindAnything): Promise<Found> {
  authorize(actor, "console:open");
  const words = q.split(/\s+/).filter(Boolean);
  const [people, teams, releases] = await Promise.all([
    can(actor, "users:read") ? findPeople(actor, words) : [],
    can(actor, "teams:read") ? findTeams(actor, words) : [],
    can(actor, "releases:read") ? findReleases(words) : [],
  ]);
  return { people, teams, releases };
}

/**
 * People one of whose words begins with each word typed; where these are few, those who contain them too. In this order
 * the index answers even a single letter.
 */
async function findPeople(actor: Actor, words: readonly string[]) {
  const text = words.join(" ");
  const exact = Prisma.sql`u.search_text like ${pattern("%\n ", text, "\n%")}`;
  const begins = every(words, (word) => Prisma.sql`u.search_text like ${pattern("% ", word, "%")}`);

  const first = await readPeople(
    Prisma.sql`${some(actor, exact, most.people)} union ${some(actor, begins, considered)}`,
    // A whole username or personnel number, then the beginning of a name, then the rest.
    Prisma.sql`case when ${exact} then 0 when u.search_text like ${pattern(" ", text, "%")} then 1 else 2 end`,
    most.people,
  );
  if (first.length === most.people) return first;
  const others = some(actor, Prisma.sql`${every(words, contains)} and not (${begins})`, considered);
  return [...first, ...(await readPeople(others, Prisma.sql`0`, most.people - first.length))];
}

const every = (words: readonly string[], condition: (word: string) => Prisma.Sql) =>
  Prisma.join(words.map(condition), " and ");

/** What was typed between wildcards. A query of its own: worked out once, not for every row. */
const pattern = (before: string, typed: string, after: string) =>
  Prisma.sql`(select ${before} || search_literal(${typed}) || ${after})`;

/** The index knows parts of three letters; with less, Postgres would read all of it instead of the table. */
const contains = (word: string) =>
  [...word].length < 3
    ? Prisma.sql`strpos(u.search_text, (select search_text(${word}))) > 0`
    : Prisma.sql`u.search_text like ${pattern("%", word, "%")}`;

const some = (actor: Actor, where: Prisma.Sql, limit: number) => Prisma.sql`
  (select u.id, u.name, u.search_text, u.disabled_at is not null as disabled from user_account u
   where ${where} and ${withinScope(actor, Prisma.sql`u.team_id`)} limit ${limit})`;

const readPeople = (candidates: Prisma.Sql, rank: Prisma.Sql, limit: number) =>
  db.$queryRaw<FoundPerson[]>`
    with best as (
      select u.id, ${rank} as rank from (${candidates}) u order by rank, u.disabled, u.name, u.id limit ${limit})
    select u.id, u.username, u.name, t.name as team, u.disabled_at is not null as disabled,
      case when s.open then s.state::text end as state, s.open and s.platform = 'mobile' as mobile
    from best join user_account u using (id) join team t on t.id = u.team_id join seat s on s.user_id = u.id
    order by rank, disabled, u.name, u.id`;

const findTeams = (actor: Actor, words: readonly string[]) =>
  db.$queryRaw<FoundTeam[]>`
    select t.id, t.name, (select count(*)::int from user_account u where u.team_id = t.id) as members
    from team t
    where ${every(words, (word) => Prisma.sql`search_text(t.name) like ${pattern("%", word, "%")}`)}
      and ${withinScope(actor, Prisma.sql`t.id`)}
    order by search_text(t.name) not like ${pattern("", words.join(" "), "%")}, t.name, t.id
    limit ${most.teams}`;

/** Releases that have every word in their channel, version or build: the newest first. */
const findReleases = (words: readonly string[]) =>
  db.$queryRaw<FoundRelease[]>`
    select r.id, r.channel::text, r.version, r.build, r.status::text from release r
    where ${every(
      words,
      (word) =>
        Prisma.sql`strpos(lower(concat_ws(' ', r.channel::text, 'v' || r.version, r.build)), lower(${word})) > 0`,
    )}
    order by r.status = 'withdrawn', r.version_key desc, r.created_at desc limit ${most.releases}`;
