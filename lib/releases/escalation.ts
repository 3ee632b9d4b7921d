import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { named } from "./behind";
import { signOutColumns } from "./commands";
import { asOffered, type ReleaseFacts, releaseFacts, signOutOf } from "./facts";
import { type Figure, foresee } from "./foresee";
import { turnsAt } from "./readiness";
import type { EscalationQuery } from "./schema";
import { summarized } from "./summary";
import { escalated } from "./then";

type How = Omit<EscalationQuery, "id"> & { hardLimitMinutes?: number | null | undefined };

/** A recommended release as it would be made mandatory, and when; what is not said stays as it was published. */
export function asEscalated(release: ReleaseFacts, how: How, now: Date) {
  const asked = {
    ...release,
    ...(how.signOut && signOutColumns(how.signOut)),
    ...(how.hardLimitMinutes !== undefined && { hardLimitMinutes: how.hardLimitMinutes }),
    inStoreAt: release.inStoreAt ?? (how.inStore ? now : null),
    graceMinutes: how.graceMinutes ?? escalated(release).graceMinutes,
  };
  const strict: ReleaseFacts = { ...asked, signOut: signOutOf(asked) };
  return { strict, at: turnsAt(strict, later(now, how.at ?? now)) };
}

/** What making it mandatory would do. */
export const previewEscalation = async (actor: Actor, asked: EscalationQuery) =>
  summarized(await foreseeEscalation(actor, asked));

/** The people behind one of its figures. */
export const escalationPeople = async (actor: Actor, asked: EscalationQuery, figure: Figure) =>
  named(await foreseeEscalation(actor, asked), figure);

async function foreseeEscalation(actor: Actor, { id, ...how }: EscalationQuery) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const now = await databaseNow(db);
  const { strict, at } = asEscalated(releaseFacts(row), how, now);
  const people = await foresee(db, asOffered(strict, at, "mandatory"), at);
  return ok({ id, now, at, outAt: null, kind: "mandatory" as const, people });
}
