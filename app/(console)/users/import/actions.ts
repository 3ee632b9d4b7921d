"use server";

import { action } from "@/app/_edges/action";
import * as imports from "@/lib/imports/commands";
import { MapImport, StartImport, Which } from "@/lib/imports/schema";
import { ok } from "@/lib/result";

export const mapImport = action(MapImport, imports.mapImport);
export const discardImport = action(Which, imports.discardImport);
export const cancelImport = action(Which, imports.cancelImport);

// What these begin goes on by itself, whoever watches.

export const startImport = action(StartImport, async (actor, input) => {
  const begun = await imports.startImport(actor, input);
  return begun.ok ? ok(undefined) : begun;
});

export const continueImport = action(Which, async (actor, input) => {
  const begun = await imports.continueImport(actor, input);
  return begun.ok ? ok(undefined) : begun;
});

export const undoImport = action(Which, async (actor, input) => {
  const begun = await imports.undoImport(actor, input);
  return begun.ok ? ok(undefined) : begun;
});
