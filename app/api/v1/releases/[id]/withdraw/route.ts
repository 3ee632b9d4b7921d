import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { withdrawRelease } from "@/lib/releases/course";
import { ReleaseId, WithReason } from "@/lib/releases/schema";
import { Release } from "../../../_shapes/release";
import { stepped } from "../../../_shapes/stepped";

export const POST = route(
  {
    id: "withdrawRelease",
    summary: "Withdraw a release",
    description:
      "It stops counting at once: its notices leave every screen, and whoever it kept out may sign in.",
    params: ReleaseId,
    body: WithReason,
    read: optionalJson,
    answer: Release,
    refuses: ["not-found", "not-published"],
  },
  async (actor, { params, body }) => stepped(actor, await withdrawRelease(actor, { ...params, ...body })),
);
