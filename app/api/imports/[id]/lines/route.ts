import { json, problem } from "@/app/_edges/answers";
import { fileRoute } from "@/app/_edges/console-route";
import { paramsOf } from "@/app/_edges/params";
import { linesOfImport } from "@/lib/imports/preview";
import { SomeLines, Which } from "@/lib/imports/schema";

/** Lines of a preview as they are scrolled, filtered and searched. */
export const GET = fileRoute(Which, async (actor, { params, request }) => {
  const asked = SomeLines.safeParse(paramsOf(new URL(request.url)));
  if (!asked.success) return problem("invalid-request");
  const found = await linesOfImport(actor, params.id, asked.data);
  return found.ok ? json(found.value) : problem(found.code);
});
