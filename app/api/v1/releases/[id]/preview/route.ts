import { z } from "zod";
import { route } from "@/app/_edges/route";
import { previewRelease } from "@/lib/releases/preview";
import { ReleaseId } from "@/lib/releases/schema";
import { ok } from "@/lib/result";
import { Preview } from "../../../_shapes/release";

export const GET = route(
  {
    id: "previewRelease",
    summary: "Count whom a release concerns",
    description:
      "Of installations seen within 30 days, by the policy itself: of a draft, what publishing it would mean now; of one that is out, " +
      "what it means. `as=mandatory` foresees an escalation.",
    params: ReleaseId,
    query: z.strictObject({ as: z.enum(["mandatory"]).optional() }),
    answer: Preview,
    refuses: ["not-found"],
  },
  async (actor, { params, query }) => {
    const preview = await previewRelease(actor, { ...params, as: query.as });
    if (!preview.ok) return preview;
    const { counts, countedAt, firstSignOutAt, lastSignOutAt } = preview.value;
    return ok({
      ...counts,
      countedAt: countedAt.toISOString(),
      firstSignOutAt: firstSignOutAt?.toISOString() ?? null,
      lastSignOutAt: lastSignOutAt?.toISOString() ?? null,
    });
  },
);
