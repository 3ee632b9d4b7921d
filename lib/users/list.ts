import { type Actor, authorize, withinScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { after, formatCursor, orderBy, parseCursor, positionOf } from "@/lib/keyset";
import { liveRows } from "@/lib/live/queries";
import { fail, ok } from "@/lib/result";
import { contactOf } from "@/lib/seats/queries";
import type { Contact } from "@/lib/seats/silence";
import { deviceLabel, devicesNamed } from "@/lib/sessions/device-names";
import { osLabel } from "@/lib/sessions/labels";
import { readSettings } from "@/lib/settings/queries";
import { Prisma, type Seat } from "@/prisma/generated/client";
import type { Platform } from "@/prisma/generated/enums";
import { fromUsers, usersWhere } from "./filter";
import { termsOf } from "./order";
import type { UserRow } from "./row";
import { type SomeUsers, UserFilter, type UserList, type UserPage, type UserRows } from "./schema";

type Narrowed = Omit<UserList, "sort">;

/** The users found from place `from` on, in order: as much as a screen shows of a list of any length. */
export async function listUsers(actor: Actor, { sort, from, count, ...narrowed }: UserRows) {
  authorize(actor, "users:read");
  const rows = await db.$queryRaw<{ id: string }[]>`
    select u.id from ${fromUsers} where ${await whereOf(actor, narrowed)}
    order by ${orderBy(termsOf(sort))} limit ${count} offset ${from}`;
  return rowsOf(rows.map(({ id }) => id));
}

type Aside = { id: string; personnelNumber: string | null; email: string | null } & {
  lastSeenAt: Date | null;
  contact: Contact | null;
};

/** These users as the list shows them, in the order given. */
async function rowsOf(ids: string[]): Promise<UserRow[]> {
  const { mobileSilenceSeconds } = await readSettings(db);
  const [live, asides] = await Promise.all([
    liveRows(ids),
    db.$queryRaw<Aside[]>`
      select u.id, u.personnel_number as "personnelNumber", u.email, l.last_seen_at as "lastSeenAt",
        ${contactOf(mobileSilenceSeconds)} as contact
      from ${fromUsers} where u.id = any(${ids}::uuid[])`,
  ]);
  const asideOf = new Map(asides.map((aside) => [aside.id, aside]));
  const found = new Map(live.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const [row, aside] = [found.get(id), asideOf.get(id)];
    return row && aside ? [{ ...row, ...aside, lastSeenAt: aside.lastSeenAt?.toISOString() ?? null }] : [];
  });
}

/** A page of the list with all that is known of each user, and where the next one begins; null at the end. */
export async function pageOfUsers(actor: Actor, { sort, limit, cursor, ...narrowed }: UserPage) {
  authorize(actor, "users:read");
  const terms = termsOf(sort);
  const order = JSON.stringify(sort);
  const position = cursor === undefined ? undefined : parseCursor(cursor, order, terms);
  if (position === null) return fail("invalid-request");
  const rows = await db.$queryRaw<{ id: string; position: (string | null)[] }[]>`
    select u.id, ${positionOf(terms)} as position from ${fromUsers}
    where ${await whereOf(actor, narrowed)} and ${position ? after(terms, position) : Prisma.sql`true`}
    order by ${orderBy(terms)} limit ${limit + 1}`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return ok({
    items: await usersOf(page.map(({ id }) => id)),
    next: rows.length > limit && last ? formatCursor(last.position, order) : null,
  });
}

/** These users with team, seat and last sign of life, in the order given. */
async function usersOf(ids: string[]) {
  const [users, signs, settings, now] = await Promise.all([
    db.user.findMany({
      where: { id: { in: ids } },
      omit: { passwordHash: true },
      include: {
        team: true,
        supervises: { include: { team: true } },
        seat: { include: { installation: { include: { updateRelease: true } } } },
      },
    }),
    db.signOfLife.findMany({ where: { userId: { in: ids } } }),
    readSettings(db),
    databaseNow(db),
  ]);
  const byId = new Map(users.map((user) => [user.id, user]));
  const signOf = new Map(signs.map((sign) => [sign.userId, sign]));
  const { mobileSilenceSeconds } = settings;
  return ids.flatMap((id) => {
    const user = byId.get(id);
    return user ? [{ ...user, sign: signOf.get(id) ?? null, mobileSilenceSeconds, now }] : [];
  });
}

/** How many users are found, and how many of them are signed in. */
export async function countUsers(actor: Actor, narrowed: Narrowed) {
  authorize(actor, "users:read");
  const [counts] = await db.$queryRaw<[{ total: number; signedIn: number }]>`
    select count(*)::int as total, (count(*) filter (where s.open))::int as "signedIn"
    from ${fromUsers} where ${await whereOf(actor, narrowed)}`;
  return counts;
}

/** How many of these users are signed in now, and how many of them are on an interaction. */
export async function countOpenSeats(actor: Actor, { usernames }: SomeUsers) {
  authorize(actor, "users:read");
  const within = withinScope(actor, Prisma.sql`u.team_id`);
  const [counts] = await db.$queryRaw<[{ signedIn: number; onInteraction: number }]>`
    select count(*)::int as "signedIn", (count(*) filter (where s.open_interactions > 0))::int as "onInteraction"
    from user_account u join seat s on s.user_id = u.id and s.open
    where lower(normalize(u.username, NFKC)) in (select lower(normalize(asked, NFKC)) from unnest(${usernames}::text[]) as asked)
      and ${within}`;
  return ok(counts);
}

/** The usernames of all users found, in order: for what is done to all of them. */
export async function usernamesOf(actor: Actor, { sort, ...narrowed }: UserList): Promise<string[]> {
  authorize(actor, "users:read");
  const rows = await db.$queryRaw<{ username: string }[]>`
    select u.username from ${fromUsers} where ${await whereOf(actor, narrowed)} order by ${orderBy(termsOf(sort))}`;
  return rows.map(({ username }) => username);
}

type Facts = Pick<
  Seat,
  "platform" | "version" | "device" | "osName" | "osVersion" | "browserName" | "browserVersion"
>;

/**
 * What the actor's people, or those of these teams, can be narrowed by: their teams, and what their seats tell of apps,
 * systems and devices.
 */
export async function userFacets(actor: Actor, team: UserFilter["team"] = []) {
  authorize(actor, "users:read");
  const filter = { ...noFilter, team };
  const within = usersWhere(actor, { search: "", filter, devices: [], mobileSilenceSeconds: 0 });
  const [teams, facts] = await Promise.all([
    db.$queryRaw<{ id: string; name: string; count: number }[]>`
      select t.id, t.name, count(u.id)::int as count from team t left join user_account u on u.team_id = t.id
      where ${withinScope(actor, Prisma.sql`t.id`)}
      group by t.id order by t.name`,
    db.$queryRaw<(Facts & { count: number })[]>`
      select s.platform::text, s.version, s.device, s.os_name as "osName", s.os_version as "osVersion",
        s.browser_name as "browserName", s.browser_version as "browserVersion", count(*)::int as count
      from ${fromUsers} where ${within} and s.platform is not null group by 1, 2, 3, 4, 5, 6, 7`,
  ]);
  const counted = (labelOf: (facts: Facts) => string | null) => {
    const counts = new Map<string, number>();
    for (const { count, ...row } of facts) {
      const value = labelOf(row);
      if (value) counts.set(value, (counts.get(value) ?? 0) + count);
    }
    return [...counts]
      .map(([value, count]) => ({ value, count }))
      .sort((a, b) => natural.compare(a.value, b.value));
  };
  return {
    teams,
    platforms: counted((row) => row.platform),
    versions: versionsOf(facts),
    systems: counted(osLabel),
    devices: counted(deviceLabel),
  };
}
export type UserFacets = Awaited<ReturnType<typeof userFacets>>;

/** With the apps that have them: first those of the desktop, the newest first. */
function versionsOf(facts: readonly (Facts & { count: number })[]) {
  const versions = new Map<string, { value: string; count: number; platforms: Platform[] }>();
  for (const { version, platform, count } of facts) {
    if (!version || !platform) continue;
    const held = versions.get(version) ?? { value: version, count: 0, platforms: [] };
    const platforms = held.platforms.includes(platform) ? held.platforms : [...held.platforms, platform];
    versions.set(version, { ...held, count: held.count + count, platforms: platforms.toSorted() });
  }
  return [...versions.values()].sort(
    (a, b) => natural.compare(a.platforms.join(), b.platforms.join()) || natural.compare(b.value, a.value),
  );
}

const noFilter = UserFilter.parse({});
const natural = new Intl.Collator("en", { numeric: true });

async function whereOf(actor: Actor, narrowed: Narrowed) {
  const { mobileSilenceSeconds } = await readSettings(db);
  const devices = await sentAs(narrowed.filter.device);
  return usersWhere(actor, { ...narrowed, devices, mobileSilenceSeconds });
}

/** Devices by their labels: the hardware codes that stand behind them, and browsers, which are called what they are. */
async function sentAs(labels: readonly string[]) {
  if (labels.length === 0) return [];
  const rows = await db.$queryRaw<
    { device: string }[]
  >`select distinct device from seat where device is not null`;
  const named = devicesNamed(
    labels,
    rows.map(({ device }) => device),
  );
  return [...named, ...labels];
}
