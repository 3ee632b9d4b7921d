import { z } from "zod";
import { route } from "@/app/_edges/route";
import { formatPosition, PageQuery } from "@/lib/releases/position";
import { ok } from "@/lib/result";
import { listWorkItems } from "@/lib/work-items/queries";
import { pageOf } from "../_shapes/page";
import { WorkItem, workItemJson } from "../_shapes/work-item";

export const GET = route(
  {
    id: "listWorkItems",
    summary: "List what IT is to install, the newest first",
    description:
      "Releases for teams on package deployment: those still open unless `open=false` asks for all.",
    query: PageQuery.extend({ open: z.enum(["true", "false"]).default("true") }),
    answer: pageOf(WorkItem),
  },
  async (actor, { query: { cursor, limit, open } }) => {
    const before = cursor && { madeAt: cursor.at, id: cursor.id };
    const { items, more } = await listWorkItems(actor, { open: open === "true", limit, before });
    const last = items.at(-1);
    const next = more && last ? formatPosition(last.madeAt, last.id) : null;
    return ok({ items: items.map(workItemJson), next });
  },
);
