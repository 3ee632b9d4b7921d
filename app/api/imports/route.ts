import { json, problem } from "@/app/_edges/answers";
import { readBytes } from "@/app/_edges/body";
import { fileRoute, noParams } from "@/app/_edges/console-route";
import { authorize } from "@/lib/auth/actor";
import { uploadImport } from "@/lib/imports/commands";
import { FileName, mostBytes } from "@/lib/imports/schema";

/** Takes a file for its preview. */
export const POST = fileRoute(noParams, async (actor, { request }) => {
  // Before 64 MB are read for somebody who may not.
  authorize(actor, "users:write");
  const fileName = FileName.parse(new URL(request.url).searchParams.get("name"));
  const uploaded = await uploadImport(actor, { fileName, bytes: await readBytes(request, mostBytes) });
  return uploaded.ok ? json(uploaded.value, 201) : problem(uploaded.code);
});
