import { setTimeout } from "node:timers";
import { type Actor, authorize } from "@/lib/auth/actor";
import { databaseNow } from "@/lib/clock";
import { db } from "@/lib/db";
import { fail, ok } from "@/lib/result";
import { badLines } from "./check";
import { checkContent, readContent } from "./content";
import { readTeams } from "./facts";
import { type Mapping, mappingFault } from "./fields";
import { isShown, linesOf } from "./lines";
import type { FoundLines, SomeLines } from "./schema";
import type { Sheet } from "./sheet";
import { isOwnDraft, readImport, type Standing } from "./work";

const namedTeams = 6;

/** What a draft would do, in figures; only for whoever uploaded it. */
export async function previewImport(actor: Actor, id: string) {
  authorize(actor, "users:write");
  const draft = await readImport(db, id);
  if (!isOwnDraft(actor, draft)) return fail("not-found");
  const looked = await look(actor, draft);
  return looked ? ok(looked.preview) : fail("import-over");
}
export type ImportPreview = Looked["preview"];

/** The same line by line, as much as a screen shows of it. */
export async function linesOfImport(actor: Actor, id: string, { asOf, from, count, ...asked }: SomeLines) {
  authorize(actor, "users:write");
  const draft = await readImport(db, id);
  if (!isOwnDraft(actor, draft)) return fail("not-found");
  const looked = keptLook(draft, asOf) ?? (await look(actor, draft));
  if (!looked) return fail("import-over");
  const found = looked.lines.filter((line) => isShown(line, asked));
  return ok<FoundLines>({ total: found.length, lines: found.slice(from, from + count) });
}

type Looked = NonNullable<Awaited<ReturnType<typeof lookNow>>>;

async function lookNow(actor: Actor, { id, fileName, createTeams }: Standing) {
  const asOf = await databaseNow(db);
  const content = await readContent(id);
  if (!content) return null;
  const { sheet, mapping, lines } = content;
  const fault = mappingFault(mapping);
  const checked = fault ? null : (await checkContent(actor, content, createTeams)).checked;
  const preview = {
    id,
    asOf: asOf.toISOString(),
    fileName,
    createTeams,
    header: sheet.header,
    samples: samplesOf(sheet, mapping),
    mapping,
    fault,
    lines: lines.length,
    outcome: checked && {
      created: checked.creates.length,
      updated: checked.updates.length,
      unchanged: checked.unchanged.length,
      bad: badLines(checked).size,
      notes: new Set(checked.notices.map(({ line }) => line)).size,
      withoutPassword: checked.creates.filter(({ password }) => password === null).length,
      passwordsKept: checked.passwordsKept,
      missingTeams: {
        count: checked.missingTeams.length,
        first: checked.missingTeams.slice(0, namedTeams).map(({ name }) => name),
      },
    },
  };
  return {
    of: JSON.stringify([mapping, createTeams]),
    preview,
    lines: checked ? linesOf(lines, checked, await readTeams(db, actor)) : [],
  };
}

// A file of twenty thousand lines takes a second to look at: whoever scrolls it does not wait for that again and again.
const keptMs = 120_000;
const mostKept = 3;

// Next has several copies of a module: pages and routes share one of these.
const shared = globalThis as { rollcallPreviews?: Map<string, Looked> };
shared.rollcallPreviews ??= new Map();
const kept = shared.rollcallPreviews;

async function look(actor: Actor, draft: Standing): Promise<Looked | null> {
  const looked = await lookNow(actor, draft);
  if (!looked) return null;
  kept.delete(draft.id);
  kept.set(draft.id, looked);
  for (const id of [...kept.keys()].slice(0, -mostKept)) kept.delete(id);
  setTimeout(() => kept.get(draft.id) === looked && kept.delete(draft.id), keptMs).unref();
  return looked;
}

function keptLook({ id, mapping, createTeams }: Standing, asOf: string): Looked | null {
  const found = kept.get(id);
  const fits = found?.of === JSON.stringify([mapping, createTeams]) && found.preview.asOf >= asOf;
  return fits ? found : null;
}

/** The first texts of each column; none of passwords. */
function samplesOf({ header, lines }: Sheet, mapping: Mapping) {
  const seen = lines.slice(0, 200);
  return header.map((_, column) =>
    mapping[column] === "password"
      ? []
      : [...new Set(seen.map(({ cells }) => cells[column] ?? "").filter((cell) => cell !== ""))].slice(0, 3),
  );
}
