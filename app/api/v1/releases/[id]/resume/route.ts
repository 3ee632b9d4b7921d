import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { resumeRelease } from "@/lib/releases/course";
import { ReleaseId, WithReason } from "@/lib/releases/schema";
import { Release } from "../../../_shapes/release";
import { stepped } from "../../../_shapes/stepped";

export const POST = route(
  {
    id: "resumeRelease",
    summary: "Resume a paused release",
    params: ReleaseId,
    body: WithReason,
    read: optionalJson,
    answer: Release,
    refuses: ["not-found", "not-published"],
  },
  async (actor, { params, body }) => stepped(actor, await resumeRelease(actor, { ...params, ...body })),
);
