import { z } from "zod";

const Parts = z.tuple([z.coerce.number().int().min(0).max(8.64e15), z.uuid()]);

/** Where a page of a user's sessions begins: the login and id of the last session of the page before. */
export const formatPosition = (row: { loginAt: Date; id: string }) => `${row.loginAt.getTime()}.${row.id}`;

/** Null for anything that is no position. */
export function parsePosition(text: string | undefined) {
  const parts = Parts.safeParse(text?.split("."));
  return parts.success ? { loginAt: new Date(parts.data[0]), id: parts.data[1] } : null;
}
