import { z } from "zod";
import { type Actor, personOf } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { ok } from "@/lib/result";
import { Zone } from "@/lib/settings/schema";
import type { UserPreference } from "@/prisma/generated/client";

const Language = z.string().regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/);
const Clock = z.enum(["h23", "h12"]);
const Theme = z.enum(["light", "dark", "system"]);

/** How one person wants to read the console; null leaves it to their browser. */
export type Preferences = {
  language: string | null;
  timeZone: string | null;
  clock: z.output<typeof Clock>;
  theme: z.output<typeof Theme> | null;
};

export const PreferencesPatch = z
  .strictObject({
    language: Language.nullable(),
    timeZone: Zone.nullable(),
    clock: Clock,
    theme: Theme.nullable(),
  })
  .partial();
export type PreferencesPatch = z.output<typeof PreferencesPatch>;

/** What is stored, read forgivingly: a zone may have been renamed since. */
const Stored = z.object({
  language: Language.nullable().catch(null),
  timeZone: Zone.nullable().catch(null),
  clock: Clock.catch("h23"),
  theme: Theme.nullable().catch(null),
});

export const preferencesOf = (row: UserPreference | null): Preferences => Stored.parse(row ?? {});

/** A person's own affair: nothing that an audit would ask for. */
export async function changePreferences(actor: Actor, patch: PreferencesPatch) {
  const userId = personOf(actor);
  const given = Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined));
  await db.userPreference.upsert({ where: { userId }, create: { userId, ...given }, update: given });
  return ok(undefined);
}

/** A person as they see themselves. */
export async function readProfile(actor: Actor) {
  const user = await db.user.findUniqueOrThrow({
    where: { id: personOf(actor) },
    omit: { passwordHash: true },
    include: { team: true, supervises: { include: { team: true } }, preference: true },
  });
  return {
    username: user.username,
    name: user.name,
    email: user.email,
    team: user.team.name,
    roles: user.roles,
    supervises: user.supervises.map((row) => row.team.name).toSorted(),
    preferences: preferencesOf(user.preference),
  };
}
export type Profile = Awaited<ReturnType<typeof readProfile>>;
