import type { Tx } from "@/lib/db";
import { wantedNotice } from "@/lib/notices/plan";
import { seenOf } from "@/lib/notices/seen";
import { writePlans } from "@/lib/notices/write";
import { versionKey } from "@/lib/versions/key";
import { compareVersions, keysOf } from "@/lib/versions/order";
import type { Channel } from "@/prisma/generated/enums";
import { noteCameBack } from "./came-back";
import type { ReleaseFacts } from "./facts";
import { inForce, policyAt } from "./in-force";
import { type Outcome, outcomeOf, owedByIt } from "./outcome";
import { firstTold, seenWithinDays } from "./people";
import type { Decision, PolicyItem, Subject } from "./policy";

type Who = { id: string; teamId: string; now: Date; policyRevision: number };
type App = {
  channel: Channel;
  version: string;
  build: string | null;
  osName: string | null;
  osVersion: string | null;
};

/** What the policy says of an app that signs in, and under which revision: none where the next turn is to make its work item. */
export type Judged = {
  decision: Decision<ReleaseFacts>;
  outcome: Outcome;
  revision: number;
  /** Releases of its channel that it is not older than: whoever was told of one has updated. */
  reached: readonly string[];
};

/** Asked under the lock of the seat, with the clock and the revision read there. */
export async function judgeSignIn(tx: Tx, who: Who, app: App): Promise<Judged> {
  const rules = await inForce(tx, who.policyRevision);
  const decide = policyAt(rules, who.now);
  const subject: Subject = {
    userId: who.id,
    teamId: who.teamId,
    channel: app.channel,
    ...keysOf(app),
    osName: app.osName,
    osKey: versionKey(app.osVersion ?? ""),
    told: new Map(),
  };
  const ofChannel = rules.releases.filter(({ channel }) => channel === app.channel);
  const reached = ofChannel
    .filter((release) => (compareVersions(subject, release) ?? -1) >= 0)
    .map(({ id }) => id);
  // Who is told matters only where there is something newer.
  const newer = ofChannel.filter(({ id }) => !reached.includes(id)).map(({ id }) => id);
  const told = newer.length > 0 ? (await firstTold(tx, newer, [who.id]))(who.id) : subject.told;
  const decision = decide({ ...subject, told });
  const revision = lacksWorkItem(decision, rules.packages.get(who.teamId)) ? 0 : rules.revision;
  return { decision, outcome: outcomeOf(decision), revision, reached };
}

/** Whether nobody of IT has this to install yet: nobody of the team owed it before, or all that did were updated. */
function lacksWorkItem(decision: Decision<ReleaseFacts>, items?: ReadonlyMap<string, PolicyItem>) {
  const owed = owedByIt(decision);
  const item = owed && items?.get(owed.releaseId);
  return owed !== null && (!item || item.closed || (owed.mandatory && item.signOutAt === null));
}

/** Why nobody signs in from this app; null where they may. */
export function refusalOf({ decision }: Judged) {
  if (!("blocks" in decision) || !decision.blocks || !decision.release) return null;
  const { release } = decision;
  const code = decision.status === "os-too-old" ? ("os-too-old" as const) : ("update-required" as const);
  return { code, release, packaged: decision.packaged };
}

/** Whether somebody whose phone may not sign in has a desktop, seen of late, that may. */
export async function mayGoOnAtDesktop(tx: Tx, { id, now }: Pick<Who, "id" | "now">): Promise<boolean> {
  const since = new Date(now.getTime() - seenWithinDays * 86_400_000);
  const found = await tx.installation.findFirst({
    where: {
      userId: id,
      channel: "desktop",
      updateStatus: { in: ["current", "recommended"] },
      lastSeenAt: { gt: since },
    },
    select: { id: true },
  });
  return found !== null;
}

/** Tells a new session what it owes, and keeps that somebody came back on a newer version. */
export async function tellAtSignIn(
  tx: Tx,
  session: { sessionId: string; userId: string },
  { decision, reached }: Judged,
  now: Date,
): Promise<void> {
  await noteCameBack(tx, session, reached, now);
  const wanted = wantedNotice(decision);
  if (!wanted) return;
  const seen = wanted.kind === "recommended" ? await seenOf(tx, [session.userId]) : new Set<string>();
  if (seen.has(`${session.userId} ${wanted.releaseId}`)) return;
  await writePlans(tx, [{ ...session, plan: { close: [], change: [], make: wanted } }], now);
}
