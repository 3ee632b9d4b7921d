import type { Release } from "@/prisma/generated/client";
import { Artifacts, Counts, Held, Notes, Offers } from "./content";
import type { SignOut } from "./deadline";
import { parseMinimumOs } from "./os";

/** A release as it is stored, its columns of JSON read and made ready for the policy. */
export function releaseFacts(row: Release) {
  return {
    ...row,
    notes: Notes.parse(row.notes),
    artifacts: Artifacts.parse(row.artifacts),
    offers: Offers.parse(row.offers),
    confirmed: row.confirmed === null ? null : Counts.parse(row.confirmed),
    held: row.held === null ? null : Held.parse(row.held),
    needs: row.minimumOs === null ? null : parseMinimumOs(row.minimumOs),
    signOut: signOutOf(row),
  };
}
export type ReleaseFacts = ReturnType<typeof releaseFacts>;

type SignOutColumns = Pick<Release, "signOutMode" | "signOutBy" | "wavePercent" | "waveMinutes">;

export function signOutOf({
  signOutMode: mode,
  signOutBy,
  wavePercent,
  waveMinutes,
}: SignOutColumns): SignOut {
  if (mode === "waves") return { mode, wavePercent, waveMinutes };
  // The database holds that date to be there.
  return mode === "next_sign_out" && signOutBy ? { mode, by: signOutBy } : { mode: "at_once" };
}

/** The release as it would be if it were offered from `at` on as its columns say. */
export function asOffered(release: ReleaseFacts, at: Date, kind = release.kind): ReleaseFacts {
  const { stagePercent: percent, teamIds: teams } = release;
  return { ...release, status: "published", offers: [...release.offers, { at, percent, teams, kind }] };
}
