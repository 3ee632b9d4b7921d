import { bootstrapToken } from "@/lib/auth/actor";
import { mapImport, startImport, undoImport, uploadImport } from "@/lib/imports/commands";
import { linesOfImport, previewImport } from "@/lib/imports/preview";
import { importProgress } from "@/lib/imports/queries";
import type { SomeLines } from "@/lib/imports/schema";

export type Actor = typeof bootstrapToken;

type Choices = { skipBad?: boolean; createTeams?: boolean; actor?: Parameters<typeof startImport>[0] };

/** Uploads a file and returns the draft's id. */
export async function upload(csv: string, actor: Choices["actor"] = bootstrapToken) {
  const uploaded = await uploadImport(actor, {
    fileName: "people.csv",
    bytes: new TextEncoder().encode(csv),
  });
  if (!uploaded.ok) throw new Error(uploaded.code);
  return uploaded.value.id;
}

export async function preview(id: string, actor: Choices["actor"] = bootstrapToken) {
  const found = await previewImport(actor, id);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

/** The lines of a draft as a screen asks for them. */
export async function linesOf(
  id: string,
  asked: Partial<SomeLines> = {},
  actor: Choices["actor"] = bootstrapToken,
) {
  const { asOf } = await preview(id, actor);
  const all = { show: "all", search: "", from: 0, count: 1000, asOf } as const;
  const found = await linesOfImport(actor, id, { ...all, ...asked });
  if (!found.ok) throw new Error(found.code);
  return found.value;
}

/** Uploads a file and imports it to its end; the progress that is told then, or why nothing began. */
export async function importFile(
  csv: string,
  { skipBad = false, createTeams = false, actor = bootstrapToken }: Choices = {},
) {
  const id = await upload(csv, actor);
  const { mapping } = await preview(id, actor);
  await mapImport(actor, { id, mapping: [...mapping], createTeams });
  const started = await startImport(actor, { id, skipBad });
  if (!started.ok) throw new Error(started.code);
  await started.value.work;
  return progress(id);
}

export async function undo(id: string, actor: Choices["actor"] = bootstrapToken) {
  const begun = await undoImport(actor, { id });
  if (!begun.ok) throw new Error(begun.code);
  await begun.value.work;
  return progress(id);
}

export async function progress(id: string) {
  const found = await importProgress(bootstrapToken, id);
  if (!found.ok) throw new Error(found.code);
  return found.value;
}
