import { z } from "zod";

/** Where a reader of the feed stands: a transaction horizon, good for one epoch (a restore renews it). */
export type Cursor = { epoch: string; horizon: string };

const Parts = z.tuple([z.uuid(), z.string().regex(/^\d{1,20}$/)]);

export const formatCursor = ({ epoch, horizon }: Cursor) => `${epoch}.${horizon}`;

/** Null for anything that is no cursor. */
export function parseCursor(text: string | null | undefined): Cursor | null {
  const parts = Parts.safeParse(text?.split("."));
  return parts.success ? { epoch: parts.data[0], horizon: parts.data[1] } : null;
}
