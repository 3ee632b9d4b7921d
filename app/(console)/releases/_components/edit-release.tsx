import { type Actor, can } from "@/lib/auth/actor";
import type { ReleaseDetails } from "@/lib/releases/details";
import { previewRelease } from "@/lib/releases/preview";
import { kindConfirmed } from "@/lib/releases/readiness";
import { teamNames } from "@/lib/teams/queries";
import { draftOf } from "./draft";
import { Editor } from "./editor";

type Props = { actor: Actor; release: ReleaseDetails; timeZone: string; asks: boolean };

/** The editor of a release that is there already. */
export async function EditRelease({ actor, release, timeZone, asks }: Props) {
  const { id, revision, status, notes } = release;
  const publishes = can(actor, "releases:publish");
  const counted =
    asks && publishes
      ? await previewRelease(actor, { id, as: kindConfirmed(release), at: release.escalateAt ?? undefined })
      : null;
  return (
    <Editor
      id={id}
      revision={revision}
      status={status}
      initial={draftOf(release)}
      others={typeof notes === "string" ? {} : notes}
      teams={await teamNames(actor)}
      timeZone={timeZone}
      publishes={publishes}
      asks={counted?.ok ? counted.value : null}
    />
  );
}
