import { type Actor, authorize, inScope } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { osLabel } from "@/lib/sessions/labels";
import { findByUsername } from "@/lib/users/queries";
import { versionKey } from "@/lib/versions/key";
import type { Channel } from "@/prisma/generated/enums";
import { consider } from "./consider";
import { inForce, policyAt } from "./in-force";
import { firstTold } from "./people";
import type { Subject } from "./policy";
import { sentencesOf } from "./sentences";

type Asked = { username: string; channel?: Channel | undefined };

/** What a person owes on each of their apps and why, newest seen first: the decision, its sentences, and the rule's inputs. */
export async function explain(actor: Actor, { username, channel }: Asked) {
  authorize(actor, "users:read");
  const user = await findByUsername(db, username);
  if (!user || !inScope(actor, user.teamId)) return fail("not-found");
  const installations = await db.installation.findMany({
    where: { userId: user.id, ...(channel && { channel }) },
    orderBy: [{ lastSeenAt: "desc" }, { id: "desc" }],
    include: { seats: { where: { open: true }, select: { sessionId: true } } },
  });
  const [rules, now] = [await inForce(db), await databaseNow(db)];
  const ids = rules.releases.map(({ id }) => id);
  const told = (await firstTold(db, ids, [user.id]))(user.id);
  const sessionIds = installations.flatMap(({ seats }) => seats.flatMap(({ sessionId }) => sessionId ?? []));
  const notices = await db.notice.findMany({ where: { sessionId: { in: sessionIds }, closedAt: null } });
  const decide = policyAt(rules, now);

  const explained = installations.map(({ seats, ...installation }) => {
    const subject: Subject = {
      ...installation,
      teamId: user.teamId,
      osKey: versionKey(installation.osVersion ?? ""),
      told,
    };
    const judged = decide(subject);
    const notice = notices.find((open) => seats.some(({ sessionId }) => sessionId === open.sessionId));
    // What was told stands: it is frozen in the notice.
    const decision = "due" in judged && notice?.signOutAt ? { ...judged, due: notice.signOutAt } : judged;
    const app = { ...installation, os: osLabel(installation), signedIn: seats.length > 0 };
    return {
      installation: app,
      decision,
      sentences: sentencesOf(decision, app),
      considered: rules.releases
        .filter((release) => release.channel === installation.channel)
        .map((release) => ({ release, ...consider(release, subject, now) })),
      told: [...told].map(([releaseId, { at }]) => ({ releaseId, at })),
    };
  });
  return ok({ now, unknownVersion: rules.unknownVersion, items: explained });
}
export type Explained = Extract<Awaited<ReturnType<typeof explain>>, { ok: true }>["value"];
