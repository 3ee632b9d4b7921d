import { route } from "@/app/_edges/route";
import { changeRelease, deleteRelease } from "@/lib/releases/commands";
import { getRelease } from "@/lib/releases/queries";
import { ChangeRelease, ReleaseId } from "@/lib/releases/schema";
import { ok } from "@/lib/result";
import { Release, releaseJson } from "../../_shapes/release";
import { stepped } from "../../_shapes/stepped";

export const GET = route(
  {
    id: "getRelease",
    summary: "Get a release, with its funnel",
    params: ReleaseId,
    answer: Release,
    refuses: ["not-found"],
  },
  async (actor, { params }) => {
    const release = await getRelease(actor, params);
    return release.ok ? ok(releaseJson(release.value)) : release;
  },
);

export const PATCH = route(
  {
    id: "changeRelease",
    summary: "Change a draft",
    description:
      "Only what is named changes. A release that is scheduled is a draft again, to be published anew.",
    params: ReleaseId,
    body: ChangeRelease,
    answer: Release,
    refuses: [
      "not-found",
      "release-is-out",
      "setting-changed",
      "unknown-team",
      "unknown-user",
      "invalid-request",
    ],
  },
  async (actor, { params, body }) => stepped(actor, await changeRelease(actor, { ...params, ...body })),
);

export const DELETE = route(
  {
    id: "deleteRelease",
    summary: "Delete a draft",
    params: ReleaseId,
    refuses: ["not-found", "release-is-out"],
  },
  (actor, { params }) => deleteRelease(actor, params),
);
