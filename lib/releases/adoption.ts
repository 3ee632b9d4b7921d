import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { dayAfter, dayBefore, dayIn, startOfDay } from "@/lib/sessions/days";
import { compareVersions, keysOf } from "@/lib/versions/order";
import type { Channel } from "@/prisma/generated/enums";
import { adoptionSeries, type Change } from "./series";

const daysShown = 30;
const toldApart = 5;

type Asked = { channel: Channel; timeZone: string };

/** Which versions the installations of a channel had on each of the last days: at its end, as their sign-ins told. */
export async function adoptionOf(actor: Actor, { channel, timeZone }: Asked) {
  authorize(actor, "releases:read");
  const now = await databaseNow(db);
  let day = dayIn(timeZone, now);
  const days: { day: string; end: Date }[] = [];
  for (let count = 0; count < daysShown; count += 1) {
    days.unshift({ day, end: startOfDay(dayAfter(day), timeZone) });
    day = dayBefore(day);
  }
  const from = startOfDay(day, timeZone);
  // What somebody had before the first day is told by their sign-ins of the month before it.
  const changes = await db.$queryRaw<Change[]>`
    select installation, at, version from (
      select s.installation_id::text as installation, s.login_at as at, s.version,
        lag(s.version) over (partition by s.installation_id order by s.login_at, s.id) as before
      from session s join installation i on i.id = s.installation_id
      where i.channel = ${channel}::channel and s.login_at > ${from}::timestamptz - interval '30 days'
    ) sign_ins where version is distinct from before order by at`;
  return adoptionSeries(changes, days, byAge, toldApart);
}

const keys = (version: string) => keysOf({ version, build: null });
/** Oldest first; what cannot be compared comes before all. */
const byAge = (a: string, b: string) =>
  compareVersions(keys(a), keys(b)) ??
  Number(keys(a).versionKey !== null) - Number(keys(b).versionKey !== null);
