import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { escalateRelease } from "@/lib/releases/course";
import { EscalateRelease, ReleaseId } from "@/lib/releases/schema";
import { Release } from "../../../_shapes/release";
import { stepped } from "../../../_shapes/stepped";

export const POST = route(
  {
    id: "escalateRelease",
    summary: "Make a recommended release mandatory",
    description:
      "Now, or `at` a date; by then it holds and asks if it would sign out a fifth more people than now.",
    params: ReleaseId,
    body: EscalateRelease,
    read: optionalJson,
    answer: Release,
    refuses: [
      "not-found",
      "not-published",
      "already-mandatory",
      "not-in-store",
      "not-confirmed",
      "counts-changed",
    ],
  },
  async (actor, { params, body }) => stepped(actor, await escalateRelease(actor, { ...params, ...body })),
);
