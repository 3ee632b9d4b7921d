import type { Actor } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { unseal } from "@/lib/sealed";
import { checkLines } from "./check";

import { readFacts } from "./facts";
import { Mapping } from "./schema";
import { decodeText, parseSheet, type Sheet } from "./sheet";
import { readLine } from "./values";

/** Bytes of a file as rows, or why they are none. */
export function sheetOf(bytes: Uint8Array): Sheet | "not-csv" | "empty-file" | "too-many-lines" {
  const text = decodeText(bytes);
  return text === null ? "not-csv" : parseSheet(text);
}

/** The file of an import and what its lines say; null when it is no longer kept. */
export async function readContent(id: string) {
  const row = await db.userImport.findUnique({ where: { id }, select: { content: true, mapping: true } });
  const bytes = row?.content && (await unseal("user import", row.content));
  const sheet = bytes ? sheetOf(bytes) : "empty-file";
  if (!row || typeof sheet === "string") return null;
  const mapping = Mapping.parse(row.mapping);
  return { sheet, mapping, lines: sheet.lines.map((line) => readLine(line, mapping)) };
}
export type Content = NonNullable<Awaited<ReturnType<typeof readContent>>>;

/** The lines of an import and what they would do now. */
export async function checkContent(actor: Actor, { lines }: Content, createTeams: boolean) {
  return { lines, checked: checkLines(lines, await readFacts(db, actor, lines), { createTeams }) };
}
export type CheckedContent = Awaited<ReturnType<typeof checkContent>>;
