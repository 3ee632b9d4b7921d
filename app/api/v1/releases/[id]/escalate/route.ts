import { optionalJson } from "@/app/_edges/body";
import { route } from "@/app/_edges/route";
import { escalateRelease, keepRecommended } from "@/lib/releases/course";
import { EscalateRelease, ReleaseId, WithReason } from "@/lib/releases/schema";
import { Release } from "../../../_shapes/release";
import { stepped } from "../../../_shapes/stepped";

export const POST = route(
  {
    id: "escalateRelease",
    summary: "Make a recommended release mandatory",
    description:
      "Now, or `at` a date, not before `holdHours` after the store was confirmed to have it; by then it holds and asks if it would sign out a fifth more people than now. What is not said of how people are signed out stays as it was published.",
    params: ReleaseId,
    body: EscalateRelease,
    read: optionalJson,
    answer: Release,
    refuses: [
      "date-passed",
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

export const DELETE = route(
  {
    id: "keepRecommended",
    summary: "Keep a release recommended",
    description: "Takes back that it becomes mandatory by itself.",
    params: ReleaseId,
    body: WithReason,
    read: optionalJson,
    answer: Release,
    refuses: ["not-found", "not-published", "already-mandatory"],
  },
  async (actor, { params, body }) => stepped(actor, await keepRecommended(actor, { ...params, ...body })),
);
