import { json, problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { importProgress } from "@/lib/imports/queries";
import { Which } from "@/lib/imports/schema";

/** How far an import is, for the page that watches it. */
export const GET = fileRoute(Which, async (actor, { params }) => {
  const progress = await importProgress(actor, params.id);
  return progress.ok ? json(progress.value) : problem(progress.code);
});
