import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { keysOf } from "@/lib/versions/order";
import { audienceOf } from "./commands";
import { signOutOf } from "./facts";
import { parseMinimumOs } from "./os";
import type { PolicyRelease } from "./policy";
import { type Figure, foresee, namedBehind, summaryOf } from "./preview";
import { goesOutAt } from "./readiness";
import type { PreviewDraft } from "./schema";

/** What publishing a draft at its time would do as it stands on somebody's screen. */
export async function previewDraft(actor: Actor, draft: PreviewDraft) {
  const foreseen = await foreseeDraft(actor, draft);
  return foreseen.ok ? ok(await summaryOf(foreseen.value)) : foreseen;
}

/** The people behind one of its figures. */
export async function previewDraftPeople(actor: Actor, draft: PreviewDraft, figure: Figure) {
  const foreseen = await foreseeDraft(actor, draft);
  return foreseen.ok ? ok(await namedBehind(foreseen.value.people, figure)) : foreseen;
}

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
  const at = goesOutAt({ ...draft, inStoreAt: draft.inStore ? (stored?.inStoreAt ?? now) : null }, now);
  const { mode, wavePercent, waveMinutes, by = null } = draft.signOut;
  const release: PolicyRelease = {
    id: stored?.id ?? unsaved,
    // Which people are the first is drawn when it is saved; how many is the same.
    salt: stored?.salt ?? 0,
    channel: draft.channel,
    status: "published",
    ...keysOf({ version, build }),
    offers: [{ at, percent: draft.stagePercent, teams: teamIds, kind: draft.kind }],
    userIds,
    excludeTeamIds,
    excludeUserIds,
    needs: draft.minimumOs === null ? null : parseMinimumOs(draft.minimumOs),
    graceMinutes: draft.graceMinutes,
    signOut: signOutOf({ signOutMode: mode, wavePercent, waveMinutes, signOutBy: by }),
  };
  return ok({
    id: release.id,
    now,
    at,
    outAt: at > now ? at : null,
    kind: draft.kind,
    people: await foresee(db, release, at),
  });
}
