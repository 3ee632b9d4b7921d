import { type Actor, withinScope } from "@/lib/auth/actor";
import { contactIs } from "@/lib/seats/queries";
import { Prisma } from "@/prisma/generated/client";
import type { UserFilter } from "./schema";

/**
 * What the conditions and orders of a list of users read: `u`, `t`, `s`, for the last sign of life `l`, and for what the update
 * policy said of the app of their seat `i`. Everybody has a team and a seat; as left joins Postgres leaves out those that nothing reads.
 */
export const fromUsers = Prisma.sql`user_account u left join team t on t.id = u.team_id
  left join seat s on s.user_id = u.id left join sign_of_life l on l.user_id = u.id
  left join installation i on i.id = s.installation_id`;

export const osOf = Prisma.sql`concat_ws(' ', s.os_name, s.os_version)`;
/** As `deviceLabel` says it: the model, or the browser of a desktop without one. */
const deviceOf = Prisma.sql`coalesce(s.device, concat_ws(' ', s.browser_name, s.browser_version))`;

const outdated = Prisma.sql`coalesce(i.update_status in ('recommended', 'mandatory', 'os_too_old'), false)`;

/** True for everybody, which Postgres cannot know: so told, it asks the seats what follows before it joins them. */
const seated = Prisma.sql`s.user_id is not null`;

/** `devices` are those of the filter as apps send them: hardware codes for market names. */
type Narrowed = {
  search: string;
  filter: UserFilter;
  devices: readonly string[];
  mobileSilenceSeconds: number;
};

/** True for the users within the actor's scope that the search finds and every filter lets through. */
export function usersWhere(
  actor: Actor,
  { search, filter, devices, mobileSilenceSeconds }: Narrowed,
): Prisma.Sql {
  const words = search.split(/\s+/).filter(Boolean);
  const conditions = [
    withinScope(actor, Prisma.sql`u.team_id`),
    ...words.map(found),
    ...among(filter.team, (teams) => Prisma.sql`(t.id::text = any(${teams}) or t.name = any(${teams}))`),
    ...among(filter.role, (roles) => Prisma.sql`u.roles && ${roles}::role[]`),
    ...among(filter.signedIn, (states) => Prisma.sql`s.open::text = any(${states})`),
    ...among(filter.platform, (platforms) => Prisma.sql`s.platform::text = any(${platforms})`),
    ...among(filter.version, (versions) => Prisma.sql`s.version = any(${versions})`),
    ...among(filter.outdated, (kinds) => Prisma.sql`(${outdated})::text = any(${kinds})`),
    ...among(filter.os, (systems) => Prisma.sql`${seated} and ${osOf} = any(${systems})`),
    ...among(filter.device, () => Prisma.sql`${seated} and ${deviceOf} = any(${[...devices]})`),
    ...among(filter.contact, (kinds) => contactIs(kinds, mobileSilenceSeconds)),
    ...among(
      filter.account,
      (kinds) => Prisma.sql`(u.disabled_at is not null)::text = any(${kinds.map(isDisabled)})`,
    ),
  ];
  return Prisma.join(conditions, " and ");
}

// The index knows parts of three letters: with less to look for, reading every row is quicker.
const indexedFrom = 3;

/** The word is folded in a subquery: once, and not for every row. */
const found = (word: string) =>
  word.length < indexedFrom
    ? Prisma.sql`strpos(u.search_text, (select search_text(${word}))) > 0`
    : Prisma.sql`u.search_text like (select '%' || search_literal(${word}) || '%')`;

const isDisabled = (kind: UserFilter["account"][number]) => String(kind === "disabled");

const among = <V extends string>(values: readonly V[], condition: (values: V[]) => Prisma.Sql) =>
  values.length === 0 ? [] : [condition([...values])];
