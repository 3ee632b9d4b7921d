import { cache } from "react";
import { z } from "zod";
import { liveCursor } from "@/app/_edges/live";
import type { Actor } from "@/lib/auth/actor";
import { line } from "@/lib/text";
import { getUser } from "@/lib/users/queries";

/** A part of an address as Next hands it on: percent-encoded, by whoever wrote it. */
const Segment = z
  .string()
  .transform((text, context) => {
    try {
      return decodeURIComponent(text);
    } catch {
      context.addIssue({ code: "custom", message: "is not percent-encoded" });
      return z.NEVER;
    }
  })
  .pipe(line(256));

/** The user that an address names, read once a request for layout, tab and place; null where there is none to see. */
export const readUser = cache(async (actor: Actor, segment: string) => {
  const username = Segment.safeParse(segment);
  if (!username.success) return null;
  await liveCursor();
  const result = await getUser(actor, username.data);
  return result.ok ? result.value : null;
});
