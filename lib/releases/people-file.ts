import { z } from "zod";
import { audit } from "@/lib/audit/commands";
import { type Actor, authorize } from "@/lib/auth/actor";
import { db } from "@/lib/db";
import { ok } from "@/lib/result";
import { line } from "@/lib/text";

export const PeopleFile = z.strictObject({
  /** The release whose figure it is, or the channel. */
  subject: z.string().min(1).max(64),
  /** What the list is called, and how many are on it. */
  list: line(200),
  people: z.int().min(1),
});
export type PeopleFile = z.output<typeof PeopleFile>;

/** Records that somebody takes the people behind a figure along as a file, before they have it. */
export async function recordPeopleFile(actor: Actor, { subject, ...changes }: PeopleFile) {
  authorize(actor, "releases:read");
  await db.$transaction((tx) => audit(tx, actor, { verb: "release.export", subject, changes }));
  return ok(undefined);
}
