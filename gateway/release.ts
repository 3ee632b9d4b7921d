import { notesFor } from "@/lib/releases/content";
import type { ReleaseFacts } from "@/lib/releases/facts";

type Told = Pick<ReleaseFacts, "version" | "build" | "notes" | "storeUrl" | "artifacts">;

/** A release as apps are told of it; without a way to get it where IT installs it, or where it does not run. */
export const releaseView = (
  { version, build, notes, storeUrl, artifacts }: Told,
  { packaged, locale }: { packaged: boolean; locale: string | null },
) => ({
  version,
  build,
  notes: notesFor(notes, locale),
  storeUrl: packaged ? null : storeUrl,
  artifacts: packaged ? [] : artifacts,
});
