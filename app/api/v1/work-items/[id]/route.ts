import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { getWorkItem } from "@/lib/work-items/queries";
import { WorkItemId } from "@/lib/work-items/schema";
import { WorkItem, workItemJson } from "../../_shapes/work-item";

export const GET = route(
  {
    id: "getWorkItem",
    summary: "Get a work item",
    params: WorkItemId,
    answer: WorkItem,
    refuses: ["not-found"],
  },
  async (actor, { params }) => {
    const item = await getWorkItem(actor, params);
    return item.ok ? ok(workItemJson(item.value)) : item;
  },
);
