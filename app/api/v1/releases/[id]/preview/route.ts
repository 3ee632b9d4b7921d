import { route } from "@/app/_edges/route";
import { previewRelease } from "@/lib/releases/preview";
import { PreviewQuery, ReleaseId } from "@/lib/releases/schema";
import { ok } from "@/lib/result";
import { iso, Preview } from "../../../_shapes/release";

export const GET = route(
  {
    id: "previewRelease",
    summary: "Count whom a release concerns",
    description:
      "Of installations seen within 30 days, by the policy itself: of a draft, what publishing it would mean, at its time where it has " +
      "one; of one that is out, what it means. `at` foresees a later moment, with whatever becomes of the release by its dates until " +
      "then; `as=mandatory` an escalation.",
    params: ReleaseId,
    query: PreviewQuery,
    answer: Preview,
    refuses: ["not-found"],
  },
  async (actor, { params, query }) => {
    const preview = await previewRelease(actor, { ...params, ...query });
    if (!preview.ok) return preview;
    const { counts, countedAt, at, ...moments } = preview.value;
    return ok({
      ...counts,
      countedAt: countedAt.toISOString(),
      at: at.toISOString(),
      quietUntil: iso(moments.quietUntil),
      firstSignOutAt: iso(moments.firstSignOutAt),
      lastSignOutAt: iso(moments.lastSignOutAt),
      firstPackagedUntil: iso(moments.firstPackagedUntil),
      lastPackagedUntil: iso(moments.lastPackagedUntil),
    });
  },
);
