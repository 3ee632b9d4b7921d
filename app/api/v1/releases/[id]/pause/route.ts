import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { pauseRelease } from "@/lib/releases/course";
import { ReleaseId, WithReason } from "@/lib/releases/schema";
import { Release } from "../../../_shapes/release";
import { stepped } from "../../../_shapes/stepped";

export const POST = route(
  {
    id: "pauseRelease",
    summary: "Pause a release",
    description: "Nobody new is told, or kept out. Whoever was told owes it still.",
    params: ReleaseId,
    body: WithReason,
    read: optionalJson,
    answer: Release,
    refuses: ["not-found", "not-published"],
  },
  async (actor, { params, body }) => stepped(actor, await pauseRelease(actor, { ...params, ...body })),
);
