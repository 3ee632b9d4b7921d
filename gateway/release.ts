import { notesFor } from "@/lib/releases/content";
import type { ReleaseFacts } from "@/lib/releases/facts";

type Told = Pick<ReleaseFacts, "version" | "build" | "notes" | "storeUrl" | "artifacts">;

/** A release as apps are told of it; there is no way to have it where IT installs it, or where it does not run. */
export const releaseView = (
  { version, build, notes, storeUrl, artifacts }: Told,
  { toBeHad, locale }: { toBeHad: boolean; locale: string | null },
) => ({
  version,
  build,
  notes: notesFor(notes, locale),
  storeUrl: toBeHad ? storeUrl : null,
  artifacts: toBeHad ? artifacts : [],
});
