import { route } from "@/app/_edges/route";
import { formatPosition, PageQuery } from "@/lib/releases/position";
import { listDeliveries } from "@/lib/releases/queries";
import { ReleaseId } from "@/lib/releases/schema";
import { ok } from "@/lib/result";
import { pageOf } from "../../../_shapes/page";
import { Delivery, deliveryJson } from "../../../_shapes/release";

export const GET = route(
  {
    id: "listDeliveries",
    summary: "List a release's notices, and what became of each",
    params: ReleaseId,
    query: PageQuery,
    answer: pageOf(Delivery),
    refuses: ["not-found"],
  },
  async (actor, { params, query: { limit, cursor } }) => {
    const before = cursor && { madeAt: cursor.at, id: cursor.id };
    const page = await listDeliveries(actor, { ...params, limit, before });
    if (!page.ok) return page;
    const { items, more } = page.value;
    const last = items.at(-1);
    return ok({
      items: items.map(deliveryJson),
      next: more && last ? formatPosition(last.madeAt, last.id) : null,
    });
  },
);
