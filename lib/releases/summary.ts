import { later } from "@/lib/clock";
import { db } from "@/lib/db";
import type { ErrorCode } from "@/lib/errors";
import { quietUntil } from "@/lib/notices/quiet";
import { seenBy } from "@/lib/notices/seen";
import { ok, type Result } from "@/lib/result";
import { readSettings } from "@/lib/settings/queries";
import type { ReleaseKind } from "@/prisma/generated/enums";
import { countsOf, type Foreseen } from "./foresee";

/** What was foreseen, and of when. */
export type Then = {
  id: string;
  now: Date;
  at: Date;
  outAt: Date | null;
  kind: ReleaseKind;
  people: readonly Foreseen[];
};

/** What is told of what was foreseen: the counts, between which moments people are signed out, and what nobody hears of at night. */
async function summaryOf({ id, now, at, outAt, kind, people }: Then) {
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

/** The same of what was asked, or why it cannot be told. */
export async function summarized<C extends ErrorCode, D>(foreseen: Result<Then, C, D>) {
  return foreseen.ok ? ok(await summaryOf(foreseen.value)) : foreseen;
}
