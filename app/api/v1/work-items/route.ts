import { z } from "zod";
import { route } from "@/app/_edges/route";
import { ok } from "@/lib/result";
import { listWorkItems } from "@/lib/work-items/queries";
import { WorkItem, workItemJson } from "../_shapes/work-item";

export const GET = route(
  {
    id: "listWorkItems",
    summary: "List what IT is to install",
    description:
      "Releases for teams on package deployment: those still open unless `open=false` asks for all.",
    query: z.strictObject({ open: z.enum(["true", "false"]).default("true") }),
    answer: z.strictObject({ items: z.array(WorkItem) }),
  },
  async (actor, { query }) => {
    const items = await listWorkItems(actor, { open: query.open === "true" });
    return ok({ items: items.value.map(workItemJson) });
  },
);
