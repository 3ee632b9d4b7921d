import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { acknowledgeWorkItem } from "@/lib/work-items/commands";
import { getWorkItem } from "@/lib/work-items/queries";
import { AcknowledgeWorkItem, WorkItemId } from "@/lib/work-items/schema";
import { WorkItem, workItemJson } from "../../../_shapes/work-item";

export const POST = route(
  {
    id: "acknowledgeWorkItem",
    summary: "Take a work item on",
    description:
      "`signOutAt` moves the date on which the team's people are signed out for a mandatory release; it is to come.",
    params: WorkItemId,
    body: AcknowledgeWorkItem,
    read: optionalJson,
    answer: WorkItem,
    refuses: ["not-found", "work-item-closed", "not-mandatory", "date-passed"],
  },
  async (actor, { params, body }) => {
    const taken = await acknowledgeWorkItem(actor, { ...params, ...body });
    if (!taken.ok) return taken;
    const item = await getWorkItem(actor, params);
    return item.ok ? ok(workItemJson(item.value)) : item;
  },
);
