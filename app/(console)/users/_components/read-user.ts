import { cache } from "react";
import { liveCursor } from "@/app/_edges/live";
import type { Actor } from "@/lib/auth/actor";
import { getUser } from "@/lib/users/queries";

/** The user of this request, read once for layout, tab and place; null where there is none to see. */
export const readUser = cache(async (actor: Actor, username: string) => {
  await liveCursor();
  const result = await getUser(actor, username);
  return result.ok ? result.value : null;
});
