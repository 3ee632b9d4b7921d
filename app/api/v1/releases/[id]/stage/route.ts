import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { widenRelease } from "@/lib/releases/course";
import { ReleaseId, WidenRelease } from "@/lib/releases/schema";
import { Release } from "../../../_shapes/release";
import { stepped } from "../../../_shapes/stepped";

export const POST = route(
  {
    id: "widenRelease",
    summary: "Offer a release to more people",
    description: "A larger share, or more teams by name. Whoever has it keeps it.",
    params: ReleaseId,
    body: WidenRelease,
    read: optionalJson,
    answer: Release,
    refuses: [
      "not-found",
      "not-published",
      "not-confirmed",
      "counts-changed",
      "stage-not-wider",
      "unknown-team",
    ],
  },
  async (actor, { params, body }) => stepped(actor, await widenRelease(actor, { ...params, ...body })),
);
