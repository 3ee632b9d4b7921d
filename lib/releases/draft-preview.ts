import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow, later } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { keysOf } from "@/lib/versions/order";
import { named } from "./behind";
import { audienceOf } from "./commands";
import { signOutOf } from "./facts";
import { type Figure, foresee } from "./foresee";
import { parseMinimumOs } from "./os";
import type { PolicyRelease } from "./policy";
import { goesOutAt, turnsAt } from "./readiness";
import type { PreviewDraft } from "./schema";
import { summarized } from "./summary";

/** What publishing a draft at its time would do as it stands on somebody's screen. */
export const previewDraft = async (actor: Actor, draft: PreviewDraft) =>
  summarized(await foreseeDraft(actor, draft));

/** The people behind one of its figures. */
export const previewDraftPeople = async (actor: Actor, draft: PreviewDraft, figure: Figure) =>
  named(await foreseeDraft(actor, draft), figure);

// Nothing is stored under it: nobody was ever told of it.
const unsaved = "00000000-0000-0000-0000-000000000000";

async function foreseeDraft(actor: Actor, draft: PreviewDraft) {
  authorize(actor, "releases:read");
  const audience = await audienceOf(db, actor, draft);
  if (!audience.ok) return audience;
  const stored =
    draft.id === null
      ? null
      : await db.release.findUnique({
          where: { id: draft.id },
          select: { id: true, salt: true, inStoreAt: true },
        });
  if (draft.id !== null && !stored) return fail("not-found");
  const { version } = draft.version;
  const build = draft.build ?? draft.version.build;
  const { teamIds = [], userIds = [], excludeTeamIds = [], excludeUserIds = [] } = audience.value;
  const now = await databaseNow(db);
  const store = { ...draft, inStoreAt: draft.inStore ? (stored?.inStoreAt ?? now) : null };
  const goesOut = goesOutAt(store, now);
  const { escalation } = draft;
  const at = escalation ? turnsAt(store, later(goesOut, escalation.at)) : goesOut;
  const kind = escalation ? "mandatory" : draft.kind;
  const { mode, wavePercent, waveMinutes, by = null } = draft.signOut;
  const release: PolicyRelease = {
    id: stored?.id ?? unsaved,
    // Which people are the first is drawn when it is saved; how many is the same.
    salt: stored?.salt ?? 0,
    channel: draft.channel,
    status: "published",
    ...keysOf({ version, build }),
    offers: [{ at, percent: draft.stagePercent, teams: teamIds, kind }],
    userIds,
    excludeTeamIds,
    excludeUserIds,
    needs: draft.minimumOs === null ? null : parseMinimumOs(draft.minimumOs),
    graceMinutes: escalation?.graceMinutes ?? draft.graceMinutes,
    signOut: signOutOf({ signOutMode: mode, wavePercent, waveMinutes, signOutBy: by }),
  };
  return ok({
    id: release.id,
    now,
    at,
    outAt: goesOut > now ? goesOut : null,
    kind,
    people: await foresee(db, release, at),
  });
}
