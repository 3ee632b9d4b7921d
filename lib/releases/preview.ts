import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow, later } from "@/lib/clock";
import { db, type Tx } from "@/lib/db";
import { quietUntil } from "@/lib/notices/quiet";
import { foreseeReminders } from "@/lib/notices/remind";
import { seenBy } from "@/lib/notices/seen";
import { fail, ok } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import { isOlder } from "@/lib/versions/order";
import type { ReleaseKind } from "@/prisma/generated/enums";
import type { Counts } from "./content";
import { asOffered, releaseFacts } from "./facts";
import { type InForce, inForce } from "./in-force";
import { packagedTeams } from "./packaged-teams";
import { firstTold, type Installed, installedIn } from "./people";
import { type Decision, type PolicyRelease, policyOf } from "./policy";
import { kindConfirmed, turnsAt } from "./readiness";
import type { ReleaseId, WiderQuery } from "./schema";
import { asItWillBe, escalated, outAt } from "./then";
import { widened } from "./widened";

export type Figure = keyof Counts;

/** What a release would mean for one installation. */
export type Foreseen = {
  one: Installed;
  figures: readonly Figure[];
  /** When its session ends for it. */
  signOutAt: Date | null;
  /** Until when its IT is to install it, whether or not anybody is signed in. */
  packagedUntil: Date | null;
};

const undated = { signOutAt: null, packagedUntil: null };

/**
 * What a release means at a moment, by the policy itself: with `release` as it would stand. Everything seen in its channel within
 * 30 days counts, not only who is signed in; who is now stands for who will be.
 */
export async function foresee(tx: Tx, release: PolicyRelease, at: Date): Promise<Foreseen[]> {
  const rules = await inForce(tx);
  const installed = await installedIn(tx, release.channel);
  // Of the others who was told says something of what somebody has yet to install, where it is mandatory or offered to nobody new.
  const others = rules.releases.filter(
    (one) =>
      one.channel === release.channel &&
      (one.kind === "mandatory" || one.status === "paused") &&
      installed.some((app) => isOlder(app, one)),
  );
  const told = await firstTold(tx, [release.id, ...others.map(({ id }) => id)], null);
  return judge(release, { rules, installed, told, now: at });
}

type Fleet = {
  rules: InForce;
  installed: readonly Installed[];
  told: Awaited<ReturnType<typeof firstTold>>;
  now: Date;
};

/**
 * The same for installations that were read before: several releases of a channel ask about the same ones. Whoever is to install
 * a newer one, or is signed out sooner for another one, owes that.
 */
export function judge(release: PolicyRelease, { rules, installed, told, now }: Fleet): Foreseen[] {
  const forced = {
    ...release,
    offers: release.offers.map((offer) => ({ ...offer, kind: "mandatory" as const })),
  };
  const others = rules.releases.filter(({ id }) => id !== release.id);
  const decide = policyOf([...others, release], { ...rules, now });
  // As if it were mandatory, to learn who could not install it.
  const ifForced = policyOf([forced], { ...rules, now });
  const ifItRan = policyOf([{ ...release, needs: null }], { ...rules, now });
  return installed.map((one) => {
    const subject = { ...one, told: told(one.userId) };
    const decision = decide(subject);
    if (decision.status === "unknown-version") {
      const offered = ifItRan(subject);
      const isOffered = "release" in offered && offered.release !== null;
      return { one, figures: isOffered ? ["unknownVersion"] : [], ...undated };
    }
    if (!isOlder(one, release)) return { one, figures: ["current"], ...undated };
    const unsupported = ifForced(subject).status === "os-too-old";
    if (decision.status === "current" || !isOwed(release, decision)) {
      return { one, figures: unsupported ? ["unsupportedOs"] : [], ...undated };
    }
    const forces = "because" in decision && decision.because.id === release.id ? decision : null;
    const signsOut = forces !== null && one.sessionId !== null;
    const figures: Figure[] = ["owed"];
    if (unsupported) figures.push("unsupportedOs");
    if (decision.packaged) figures.push("packageDeployment");
    else if (signsOut) figures.push(one.onInteraction ? "afterInteraction" : "signedOutNow");
    const signOutAt = signsOut ? forces.due : null;
    return { one, figures, signOutAt, packagedUntil: forces?.packaged && !forces.blocks ? forces.due : null };
  });
}

/** Whether this release is what is to be installed, or what signs out first. */
const isOwed = ({ id }: PolicyRelease, decision: Exclude<Decision, { status: "current" }>) =>
  decision.release?.id === id || ("because" in decision && decision.because.id === id);

export function countsOf(foreseen: readonly Foreseen[]): Counts {
  const counts: Counts = {
    owed: 0,
    signedOutNow: 0,
    afterInteraction: 0,
    unsupportedOs: 0,
    packageDeployment: 0,
    unknownVersion: 0,
    current: 0,
  };
  for (const { figures } of foreseen) for (const figure of figures) counts[figure] += 1;
  return counts;
}

type Asked = ReleaseId & {
  /** Foresees an escalation. */
  as?: ReleaseKind | undefined;
  /** At a later moment; without one now, and where it is prepared when it goes out. */
  at?: Date | undefined;
  /** Whatever date it has. */
  atOnce?: boolean | undefined;
};

/** What publishing a release would do at its time; of one that is out, what it does, or will do at a moment. */
export async function previewRelease(actor: Actor, { id, ...asked }: Asked) {
  authorize(actor, "releases:read");
  const foreseen = await foreseeStored(id, asked);
  return foreseen ? ok(await summaryOf(foreseen)) : fail("not-found");
}

/** What it would do if it were offered to more people, from now on; one that becomes mandatory by itself, from then on. */
export async function previewWider(actor: Actor, { id, ...wider }: WiderQuery) {
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
  return ok(await summaryOf({ id, now, at, outAt: null, kind, people }));
}

/** Whom a reminder would reach, and when. */
export async function previewReminders(actor: Actor, { id }: ReleaseId) {
  authorize(actor, "releases:read");
  return foreseeReminders(db, id);
}

type Then = {
  id: string;
  now: Date;
  at: Date;
  outAt: Date | null;
  kind: ReleaseKind;
  people: readonly Foreseen[];
};

/** What is told of what was foreseen: the counts, between which moments people are signed out, and what nobody hears of at night. */
export async function summaryOf({ id, now, at, outAt, kind, people }: Then) {
  const settings = await readSettings(db);
  const seen = kind === "recommended" ? await seenBy(db, id, at) : new Set<string>();
  const times = spanOf(
    people.flatMap(({ figures, signOutAt }) =>
      signOutAt && !figures.includes("packageDeployment") ? signOutAt : [],
    ),
  );
  const packaged = spanOf(people.flatMap(({ packagedUntil }) => packagedUntil ?? []));
  return {
    counts: countsOf(people),
    /** Owe it, and see it when they sign in: a recommended one not again who has seen it. */
    atSignIn: people.filter(
      ({ one, figures }) => figures.includes("owed") && one.sessionId === null && !seen.has(one.userId),
    ).length,
    countedAt: now,
    /** The moment that was foreseen. */
    at,
    /** When it goes out that is prepared; null where that is at once, or it is out. */
    outAt,
    /** In the quiet hours no phone without a connection hears of a recommended release before their end. */
    quietUntil: kind === "recommended" ? quietUntil(settings, at) : null,
    firstSignOutAt: times.first,
    lastSignOutAt: times.last,
    firstPackagedUntil: packaged.first,
    lastPackagedUntil: packaged.last,
  };
}
export type PreviewSummary = Awaited<ReturnType<typeof summaryOf>>;

const spanOf = (moments: readonly Date[]) => ({
  first: moments.reduce<Date | null>((first, at) => (first && first < at ? first : at), null),
  last: moments.reduce<Date | null>((last, at) => later(at, last), null),
});

const mostListed = 500;

/** The people behind one figure, by name. */
export async function previewPeople(actor: Actor, { id, figure, ...asked }: Asked & { figure: Figure }) {
  authorize(actor, "releases:read");
  const foreseen = await foreseeStored(id, asked);
  return foreseen ? ok(await namedBehind(foreseen.people, figure)) : fail("not-found");
}

/** Whose installations a figure counts, by name; `total` where there are more than a list shows. Of package deployment its teams, too. */
export async function namedBehind(foreseen: readonly Foreseen[], figure: Figure) {
  const behind = foreseen.filter(({ figures }) => figures.includes(figure));
  const users = await db.user.findMany({
    where: { id: { in: behind.map(({ one }) => one.userId) } },
    select: { id: true, username: true, name: true, team: { select: { name: true } } },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: mostListed,
  });
  const apps = await db.installation.findMany({
    where: { id: { in: behind.map(({ one }) => one.id) }, userId: { in: users.map(({ id }) => id) } },
    select: { id: true, version: true, build: true, device: true, osName: true, osVersion: true },
  });
  const appOf = new Map(apps.map((app) => [app.id, app]));
  const byId = new Map(users.map((user, place) => [user.id, { ...user, place }]));
  const items = behind
    .flatMap(({ one, signOutAt }) => {
      const user = byId.get(one.userId);
      const app = appOf.get(one.id);
      return user && app ? [{ user, app, one, signOutAt }] : [];
    })
    .toSorted((a, b) => a.user.place - b.user.place);
  const teams = figure === "packageDeployment" ? await packagedTeams(behind) : [];
  return { items, total: behind.length, teams };
}

async function foreseeStored(
  id: string,
  { as, at, atOnce = false }: Omit<Asked, "id">,
): Promise<Then | null> {
  const row = await db.release.findUnique({ where: { id } });
  if (!row) return null;
  const release = releaseFacts(row);
  const now = await databaseNow(db);
  const goesOut = atOnce ? null : outAt(release, now);
  const asked = atOnce && at === undefined ? now : later(now, at ?? goesOut);
  const then = as === "mandatory" ? turnsAt(release, asked) : asked;
  const standing = asItWillBe(release, { now, at: then, as });
  const kind = standing.offers.at(-1)?.kind ?? release.kind;
  const out = goesOut && goesOut > now ? goesOut : null;
  return { id, now, at: then, outAt: out, kind, people: await foresee(db, standing, then) };
}
