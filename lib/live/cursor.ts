import { createHash } from "node:crypto";
import { z } from "zod";
import type { Actor } from "@/lib/auth/actor";

/** Where a reader of the feed stands: a transaction horizon, good for one epoch (a restore renews it). */
export type Cursor = { epoch: string; horizon: string };

const Parts = z.tuple([z.uuid(), z.string().regex(/^\d{1,20}$/), z.string()]);

/** A cursor as a reader carries it: good for whoever sees these teams. */
export const formatCursor = ({ epoch, horizon }: Cursor, scope: Actor["scope"]) =>
  `${epoch}.${horizon}.${markOf(scope)}`;

/** Null for anything that is no cursor, and for one of a reader who saw other teams: it says nothing of these. */
export function parseCursor(text: string | null | undefined, scope: Actor["scope"]): Cursor | null {
  const parts = Parts.safeParse(text?.split("."));
  if (!parts.success || parts.data[2] !== markOf(scope)) return null;
  return { epoch: parts.data[0], horizon: parts.data[1] };
}

const markOf = (scope: Actor["scope"]) =>
  scope === "all" ? "all" : createHash("sha256").update(scope.toSorted().join()).digest("hex").slice(0, 12);
