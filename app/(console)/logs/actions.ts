"use server";

import { action } from "@/app/_edges/action";
import * as commands from "@/lib/logs/commands";
import { openLogRequest as open } from "@/lib/logs/queries";
import { toLogRow } from "@/lib/logs/row";
import { AskForLogs, KeepLog, LogRequestId, OpenLogOf } from "@/lib/logs/schema";
import { ok } from "@/lib/result";

export const askForLogs = action(AskForLogs, async (actor, input) => {
  const asked = await commands.askForLogs(actor, input);
  return asked.ok ? ok({ id: asked.value.id }) : asked;
});

export const openLogRequest = action(OpenLogOf, async (actor, input) => {
  const found = await open(actor, input);
  return found.ok ? ok(found.value && toLogRow(found.value)) : found;
});

export const cancelLogRequest = action(LogRequestId, async (actor, input) => {
  const cancelled = await commands.cancelLogRequest(actor, input);
  return cancelled.ok ? ok(null) : cancelled;
});

export const keepLog = action(KeepLog, async (actor, input) => {
  const kept = await commands.keepLog(actor, input);
  return kept.ok ? ok(null) : kept;
});

export const deleteLog = action(LogRequestId, commands.deleteLog);
