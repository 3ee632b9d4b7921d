import { problem } from "@/app/_edges/answers";
import { csvFile, fileRoute } from "@/app/_edges/console-route";
import { linkFile, linkTable } from "@/lib/auth/link-list";
import { makeImportLinks } from "@/lib/imports/links";
import { Which } from "@/lib/imports/schema";

/** One-time links for the people of an import, as a file to hand out from. */
export const POST = fileRoute(Which, async (actor, { params }) => {
  const links = await makeImportLinks(actor, params);
  if (!links.ok) return problem(links.code);
  return csvFile(linkFile, linkTable(links.value));
});
