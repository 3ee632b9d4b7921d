import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { ok } from "@/lib/result";
import { resumedAt } from "@/lib/seats/queries";
import { nextDaily } from "@/lib/sessions/schedule";
import type { Prisma } from "@/prisma/generated/client";
import { readSettingsNow } from "./queries";
import { Settings, type SettingsPatch } from "./schema";

/** What a change of settings would do now, in figures; what it does not touch is left out. */
export type Consequences = {
  /** Phones that have been silent for longer than the new limit: they are signed out at once. */
  signedOutAtOnce?: number;
  /** Desktops that are signed in keep the lease of their login. */
  keepTheirLease?: number;
  /** When the daily sign-out first counts, for how many who are signed in now, and how many teams have a time of their own. */
  dailySignOut?: { firstAt: string | null; signedIn: number; ownTimes: number };
  /** People signed in with a version that has no order. */
  unknownVersions?: number;
};

/** Counts before anybody decides; nothing is changed. */
export async function foresee(actor: Actor, patch: SettingsPatch) {
  authorize(actor, "settings:write");
  const lease = patch.desktopLeaseSeconds ?? patch.interactionLeaseSeconds;
  const daily = patch.dailySignOutAt !== undefined || patch.timeZone !== undefined;
  const limit = patch.mobileInactivitySeconds;

  const consequences: Consequences = {
    ...(limit !== undefined && { signedOutAtOnce: await longerSilentThan(limit) }),
    ...(lease !== undefined && { keepTheirLease: await openSeats({ platform: "desktop" }) }),
    ...(daily && { dailySignOut: await firstTurn(patch) }),
    ...(patch.unknownVersion !== undefined && {
      unknownVersions: await openSeats({ session: { installation: { versionKey: null } } }),
    }),
  };
  return ok(consequences);
}

const openSeats = (where: Prisma.SeatWhereInput) => db.seat.count({ where: { open: true, ...where } });

/** As the sweep counts silence. */
async function longerSilentThan(mobileInactivitySeconds: number) {
  const [row] = await db.$queryRaw<[{ count: number }]>`
    select count(*)::int as count from sign_of_life l
    join seat s on s.user_id = l.user_id and s.open and s.session_id = l.session_id
    where l.lease_seconds is null
      and greatest(l.last_seen_at, ${resumedAt}) + interval '1 s' * ${mobileInactivitySeconds} < ledger_now()`;
  return row.count;
}

async function firstTurn(patch: SettingsPatch) {
  const { dailySignOutAt, timeZone } = Settings.parse({ ...(await readSettingsNow(db)), ...patch });
  const at = dailySignOutAt && nextDaily(dailySignOutAt, timeZone, await databaseNow(db));
  return {
    firstAt: at ? at.toISOString() : null,
    signedIn: await openSeats({ user: { team: { dailySignOutAt: null } } }),
    ownTimes: await db.team.count({ where: { dailySignOutAt: { not: null } } }),
  };
}
