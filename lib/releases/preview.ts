import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { foreseeReminders, whoIsReminded } from "@/lib/notices/remind";
import { fail, ok } from "@/lib/result";
import type { ReleaseKind } from "@/prisma/generated/enums";
import { listUsers, named } from "./behind";
import { asOffered, releaseFacts } from "./facts";
import { type Figure, foresee } from "./foresee";
import { kindConfirmed, turnsAt } from "./readiness";
import type { ReleaseId, WiderQuery } from "./schema";
import { summarized } from "./summary";
import { asItWillBe, escalated, outAt } from "./then";
import { widened } from "./widened";

type Asked = ReleaseId & {
  /** Foresees an escalation. */
  as?: ReleaseKind | undefined;
  /** At a later moment; without one now, and where it is prepared when it goes out. */
  at?: Date | undefined;
  /** Whatever date it has. */
  atOnce?: boolean | undefined;
};

/** What publishing a release would do at its time; of one that is out, what it does, or will do at a moment. */
export const previewRelease = async (actor: Actor, asked: Asked) =>
  summarized(await foreseeRelease(actor, asked));

/** The people behind one of its figures. */
export const previewPeople = async (actor: Actor, { figure, ...asked }: Asked & { figure: Figure }) =>
  named(await foreseeRelease(actor, asked), figure);

/** What it would do if it were offered to more people, from now on; one that becomes mandatory by itself, from then on. */
export const previewWider = async (actor: Actor, wider: WiderQuery) =>
  summarized(await foreseeWider(actor, wider));

export const widerPeople = async (actor: Actor, { figure, ...wider }: WiderQuery & { figure: Figure }) =>
  named(await foreseeWider(actor, wider), figure);

/** Whom a reminder would reach, and when. */
export async function previewReminders(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:read");
  return foreseeReminders(db, id);
}

/** The people behind one of its figures. */
export async function reminderPeople(
  actor: Actor,
  { id, which }: ReleaseId & { which: "reminded" | "later" },
) {
  authorize(actor, "releases:read");
  return ok({ items: await listUsers(await whoIsReminded(db, id, which)), teams: [] });
}

async function foreseeRelease(actor: Actor, { id, as, at, atOnce = false }: Asked) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const release = releaseFacts(row);
  const now = await databaseNow(db);
  const goesOut = atOnce ? null : outAt(release, now);
  const asked = atOnce && at === undefined ? now : later(now, at ?? goesOut);
  const then = as === "mandatory" ? turnsAt(release, asked) : asked;
  const standing = asItWillBe(release, { now, at: then, as });
  const kind = standing.offers.at(-1)?.kind ?? release.kind;
  const out = goesOut && goesOut > now ? goesOut : null;
  return ok({ id, now, at: then, outAt: out, kind, people: await foresee(db, standing, then) });
}

async function foreseeWider(actor: Actor, { id, ...wider }: WiderQuery) {
  authorize(actor, "releases:read");
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return fail("not-found");
  const found = await widened(db, releaseFacts(row), wider);
  if (!found.ok) return found;
  const now = await databaseNow(db);
  const kind = kindConfirmed(found.value);
  const turns = kind !== found.value.kind;
  const at = turns ? turnsAt(found.value, later(now, found.value.escalateAt)) : now;
  const people = await foresee(db, asOffered(turns ? escalated(found.value) : found.value, at, kind), at);
  return ok({ id, now, at, outAt: null, kind, people });
}
