import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { dayAfter, dayBefore, dayIn, startOfDay } from "@/lib/sessions/days";
import { sparingly } from "@/lib/sparingly";
import { compareVersions, keysOf } from "@/lib/versions/order";
import { Prisma } from "@/prisma/generated/client";
import type { Channel } from "@/prisma/generated/enums";
import { type ListedApp, listed, type NamedPerson } from "./behind";
import { adoptionSeries, type Change, others } from "./series";

const daysShown = 30;
const toldApart = 5;

type Asked = { channel: Channel; timeZone: string };

/** Which versions the installations of a channel had on each of the last days: at its end, as their sign-ins told. */
export async function adoptionOf(actor: Actor, asked: Asked) {
  authorize(actor, "releases:read");
  return seriesOf({ channel: asked.channel, days: await lastDays(asked.timeZone) });
}

/** Who had a version at the end of one of these days, by name; `others`, one that the chart does not tell apart. */
export async function adoptionPeople(
  actor: Actor,
  { day, version, ...asked }: Asked & { day: string; version: string },
) {
  authorize(actor, "releases:read");
  const days = await lastDays(asked.timeZone);
  const end = days.find((one) => one.day === day)?.end;
  if (!end) return fail("not-found");
  const told = version === others ? (await seriesOf({ channel: asked.channel, days })).versions : [];
  const rows = await db.$queryRaw<(NamedPerson & ListedApp)[]>`
    select had.id, u.username, u.name, t.name as team, had.version, had.build, had.device,
      had.os_name as "osName", had.os_version as "osVersion"
    from (
      select distinct on (i.id) i.id, i.user_id, s.version, s.build, s.device, s.os_name, s.os_version
      from session s join installation i on i.id = s.installation_id
      where i.channel = ${asked.channel}::channel and s.login_at < ${end}::timestamptz and ${toldAfter(days)}
      order by i.id, s.login_at desc, s.id desc
    ) had join user_account u on u.id = had.user_id join team t on t.id = u.team_id
    where case when ${version === others} then had.version <> all(${told}::text[]) else had.version = ${version} end
    order by u.name, had.id`;
  return ok({ items: rows.map((row) => listed(row)), teams: [] });
}

type Day = { day: string; end: Date };

async function lastDays(timeZone: string): Promise<Day[]> {
  let day = dayIn(timeZone, await databaseNow(db));
  const days: Day[] = [];
  for (let count = 0; count < daysShown; count += 1) {
    days.unshift({ day, end: startOfDay(dayAfter(day), timeZone) });
    day = dayBefore(day);
  }
  return days;
}

/** What somebody had before the first day is told by their sign-ins of the month before its end. */
const toldAfter = ([first]: readonly Day[]) =>
  Prisma.sql`s.login_at > ${first?.end}::timestamptz - interval '31 days'`;

type Read = { channel: Channel; days: readonly Day[] };

/** To go through two months of sign-ins takes seconds where 10,000 people make them, and of past days they stay the same. */
const seriesOf = sparingly(
  ({ channel, days }: Read) => `${channel} ${days.at(-1)?.end.toISOString()}`,
  async ({ channel, days }) => {
    const changes = await db.$queryRaw<Change[]>`
      select installation, at, version from (
        select s.installation_id::text as installation, s.login_at as at, s.version,
          lag(s.version) over (partition by s.installation_id order by s.login_at, s.id) as before
        from session s join installation i on i.id = s.installation_id
        where i.channel = ${channel}::channel and ${toldAfter(days)}
      ) sign_ins where version is distinct from before order by at`;
    return adoptionSeries(changes, days, byAge, toldApart);
  },
);

const keys = (version: string) => keysOf({ version, build: null });
/** Oldest first; what cannot be compared comes before all. */
const byAge = (a: string, b: string) =>
  compareVersions(keys(a), keys(b)) ??
  Number(keys(a).versionKey !== null) - Number(keys(b).versionKey !== null);
