import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { publishRelease } from "@/lib/releases/publish";
import { PublishRelease, ReleaseId } from "@/lib/releases/schema";
import { Release } from "../../../_shapes/release";
import { stepped } from "../../../_shapes/stepped";

export const POST = route(
  {
    id: "publishRelease",
    summary: "Publish a release",
    description:
      "Now, or at its `publishAt`; a mandatory one not before `holdHours` after the store was confirmed to have it. With `counts` as a preview gave them, far more sign-outs than these are refused with `counts-changed`.",
    params: ReleaseId,
    body: PublishRelease,
    read: optionalJson,
    answer: Release,
    refuses: [
      "not-found",
      "release-is-out",
      "setting-changed",
      "not-in-store",
      "not-confirmed",
      "counts-changed",
    ],
  },
  async (actor, { params, body }) => stepped(actor, await publishRelease(actor, { ...params, ...body })),
);
