"use server";

import { refresh } from "next/cache";
import { action } from "@/app/_edges/action";
import { ok } from "@/lib/result";
import { acknowledgeWorkItem } from "@/lib/work-items/commands";
import { AcknowledgeWorkItem, WorkItemId } from "@/lib/work-items/schema";

export const acknowledge = action(AcknowledgeWorkItem.extend(WorkItemId.shape), async (actor, input) => {
  const result = await acknowledgeWorkItem(actor, input);
  refresh();
  return result.ok ? ok({ id: input.id }) : result;
});
