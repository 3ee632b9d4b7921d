import { z } from "zod";
import { route } from "@/app/_edges/route";
import { many } from "@/lib/list-params";
import { createRelease } from "@/lib/releases/commands";
import { formatPosition, PageQuery } from "@/lib/releases/position";
import { listReleases } from "@/lib/releases/queries";
import { CreateRelease } from "@/lib/releases/schema";
import { ok } from "@/lib/result";
import { Channel, ReleaseStatus } from "@/prisma/generated/enums";
import { pageOf } from "../_shapes/page";
import { ListedRelease, listedReleaseJson, Release } from "../_shapes/release";
import { stepped } from "../_shapes/stepped";

export const GET = route(
  {
    id: "listReleases",
    summary: "List releases, the newest first",
    query: PageQuery.extend({ channel: many(z.enum(Channel)), status: many(z.enum(ReleaseStatus)) }),
    answer: pageOf(ListedRelease),
  },
  async (actor, { query: { cursor, ...query } }) => {
    const before = cursor && { createdAt: cursor.at, id: cursor.id };
    const { items, more } = await listReleases(actor, { ...query, before });
    const last = items.at(-1);
    const next = more && last ? formatPosition(last.createdAt, last.id) : null;
    return ok({ items: items.map(listedReleaseJson), next });
  },
);

export const POST = route(
  {
    id: "createRelease",
    summary: "Make a draft of a release",
    description:
      "Nobody is told of it until it is published. `users` alone is the way to try a release on one tester: with people or teams named, " +
      "`stagePercent` is 0 unless it is said.",
    body: CreateRelease,
    status: 201,
    answer: Release,
    refuses: ["unknown-team", "unknown-user", "not-found", "invalid-request"],
  },
  async (actor, { body }) => {
    const made = await createRelease(actor, body);
    return stepped(actor, made);
  },
);
