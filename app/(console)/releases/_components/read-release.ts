import { cache } from "react";
import type { Actor } from "@/lib/auth/actor";
import { getRelease } from "@/lib/releases/details";
import { ReleaseId } from "@/lib/releases/schema";

/** The release that an address names, read once a request for page and place; null where there is none. */
export const readRelease = cache(async (actor: Actor, segment: string) => {
  const address = ReleaseId.safeParse({ id: segment });
  if (!address.success) return null;
  const release = await getRelease(actor, address.data);
  return release.ok ? release.value : null;
});
